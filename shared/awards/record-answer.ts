import * as z from 'zod';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { awardAnswers, hasTaken, recordAnswerAs } from '../applications/application-steps.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { proseSchema } from '../kernel/text.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Letters } from './letter.port.ts';
import type { Clearance } from './propose-decision.ts';

/** What is recorded, and how it came or that none came. */
export const recordedAnswerSchema = z.strictObject({
  answer: z.enum(awardAnswers),
  reason: proseSchema(1000).pipe(z.string().min(1)),
});

type Finding = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  clearance: Clearance;
};
type Ports = Finding & { applications: Pick<Applications, 'find' | 'save'> };
/** `version` is the application's as it was seen. */
type Input = z.output<typeof recordedAnswerSchema> & { applicationId: string; version: number };

/**
 * Staff without a conflict record the answer to an announced award: one that came by post or telephone, or that none
 * came. Its owners are told by mail, with the reason.
 */
export const recordAwardAnswer =
  (ports: Ports): UseCase<Input, Application, NotFound | Conflict | Stale | StepRefused> =>
  async (actor, { applicationId, version, answer, reason }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const application = await ports.applications.find(applicationId);
    if (!application) return fail({ kind: 'not-found' });
    const round = await roundFor(ports, actor, application);
    if (!round) return fail({ kind: 'not-found' });
    // The same click twice; what somebody else recorded, or the applicant answered, is not to vanish behind it.
    if (hasTaken(application, answer) && application.recorded?.reason === reason) return ok(application);
    if (application.version !== version) return fail({ kind: 'stale', current: application.version });
    if (!round.announcedAt)
      return fail({ kind: 'step-refused', current: application.status, action: answer });

    const stepped = recordAnswerAs(application, answer, reason, { by: actor.personId, at: receivedAt });
    if (!stepped.ok) return stepped;
    const saved = await ports.applications.save(stepped.value);
    return saved.ok ? ok(stepped.value.application) : saved;
  };

export type AnswerView = {
  readonly application: Application;
  readonly round: Round;
  /** Until when awardees were asked to answer, where the round's letters say so. */
  readonly answerBy?: string | undefined;
};

/** An announced award and what became of it, for staff without a conflict. */
export const viewAwardAnswer =
  (
    ports: Finding & { letters: Pick<Letters, 'book'> },
  ): UseCase<{ applicationId: string }, AnswerView, NotFound> =>
  async (actor, { applicationId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const application = await ports.applications.find(applicationId);
    if (application?.outcome?.decision !== 'award') return fail({ kind: 'not-found' });
    const [round, { answerDate }] = await Promise.all([
      roundFor(ports, actor, application),
      ports.letters.book(application.roundId),
    ]);
    if (!round?.announcedAt) return fail({ kind: 'not-found' });
    const answerBy = answerDate && instantOf(answerDate.answerBy, round.zone).toISOString();
    return ok({ application, round, ...(answerBy && { answerBy }) });
  };

/** The application's round, where nothing keeps this person from it; a draft is the applicant's own. */
const roundFor = async ({ rounds, clearance }: Finding, person: Person, application: Application) => {
  if (application.status === 'draft') return undefined;
  const [round, conflict] = await Promise.all([
    rounds.find(application.roundId),
    clearance(person, application.roundId),
  ]);
  return conflict(application) ? undefined : round;
};
