import * as z from 'zod';
import { type Actor, isSelf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { hashToken } from '../kernel/link-token.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import { placesAfter } from './alum-requests.ts';
import type { Introductions } from './introduction.port.ts';
import { type Introduction, type IntroductionStatus, statusAt } from './introduction.ts';
import { acceptAs, declineAs } from './introduction-steps.ts';

export const answerTermsSchema = z.strictObject({ answer: z.enum(['accept', 'decline']) });
type Answer = z.output<typeof answerTermsSchema>['answer'];

type Ports = {
  introductions: Pick<Introductions, 'find' | 'byLink' | 'requestsOf' | 'save'>;
  directory: Pick<PartnershipDirectory, 'claim'>;
};
type Answered = { readonly id: string; readonly status: IntroductionStatus };
type Refusal = NotFound | Conflict | StepRefused;

const given: Readonly<Record<Answer, readonly IntroductionStatus[]>> = {
  accept: ['accepted', 'connected', 'joined'],
  decline: ['declined'],
};

const answerAs = async (
  { introductions, directory }: Ports,
  from: Introduction,
  { answer, by, at }: { answer: Answer; by: string; at: Date },
): Promise<Result<Answered, Refusal>> => {
  const { id, personId, partnershipId, organisationId } = from;
  // A second click finds the first one's answer.
  if (from.answeredAt && given[answer].includes(statusAt(from, at)))
    return ok({ id, status: statusAt(from, at) });
  const claim = organisationId ? await directory.claim(partnershipId, organisationId) : undefined;
  // Whoever asked runs the partnership no longer: nobody learns of whom they asked.
  if (answer === 'accept' && organisationId && claim?.status !== 'verified')
    return fail({ kind: 'step-refused', current: 'withdrawn', action: answer });
  const step = answer === 'accept' ? acceptAs(from, { by, at }) : declineAs(from, { by, at });
  if (!step.ok) return step;
  const { introduction } = step.value;
  const requests = placesAfter(await introductions.requestsOf(personId), introduction, at);
  const saved = await introductions.save({ ...step.value, requests });
  return saved.ok ? ok({ id, status: introduction.status }) : saved;
};

/** The alum says yes or no; whoever asked is told by mail, and never why. */
export const answerIntroduction =
  (ports: Ports): UseCase<{ introductionId: string; answer: Answer }, Answered, Refusal> =>
  async (actor, { introductionId, answer }, { receivedAt: at }) => {
    const found = await ports.introductions.find(introductionId);
    if (!found || actor.kind !== 'person' || !isSelf(actor, found.personId))
      return fail({ kind: 'not-found' });
    return answerAs(ports, found, { answer, by: actor.personId, at });
  };

/** What the holder of a mailed link was asked. Undefined for whoever holds none. */
export const introductionByLink = async (
  introductions: Pick<Introductions, 'find' | 'byLink'>,
  actor: Actor,
): Promise<Introduction | undefined> => {
  if (actor.kind !== 'link') return undefined;
  const id = await introductions.byLink(hashToken('introduction', actor.token));
  return id === undefined ? undefined : introductions.find(id);
};

/** The same by the link in the mail, without an account. */
export const answerByLink =
  (ports: Ports): UseCase<{ answer: Answer }, Answered, Refusal> =>
  async (actor, { answer }, { receivedAt: at }) => {
    const found = await introductionByLink(ports.introductions, actor);
    return found
      ? answerAs(ports, found, { answer, by: 'link:introduction', at })
      : fail({ kind: 'not-found' });
  };
