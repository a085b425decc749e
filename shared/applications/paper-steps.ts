import type { FieldProblem, StepRefused } from '../kernel/failure.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import { instantsOf, type Round } from '../programs/round.ts';
import type { RoundNotOpen } from './application.errors.ts';
import type { ApplicationChange } from './application.port.ts';
import type { Application } from './application.ts';
import { dayOf } from './application-actions.ts';
import { type Act, applicationEvent } from './application-steps.ts';
import type { Draft } from './draft.ts';
import type { PaperTerms } from './paper-terms.ts';

/** Whether papers are entered in this round at all: from its opening until its decisions are announced. */
export const entryRefusal = (round: Round, at: Date): StepRefused | RoundNotOpen | undefined => {
  const refused = (current: string): StepRefused => ({
    kind: 'step-refused',
    current,
    action: 'enter-paper',
  });
  if (round.status !== 'published') return refused(round.status);
  if (round.cancelled) return refused('cancelled');
  if (round.announcedAt) return refused('announced');
  const { opens } = instantsOf(round);
  return at < opens ? { kind: 'round-not-open', opensAt: opens.toISOString() } : undefined;
};

/**
 * What is wrong with the day a paper came, as calendar days of the round's zone: it is no later than today and no earlier
 * than the opening, and a paper from after the close (grace included) is taken with a reason or not at all.
 */
export const dayProblems = (
  { receivedOn, lateReason }: Pick<PaperTerms, 'receivedOn' | 'lateReason'>,
  round: Round,
  at: Date,
): readonly FieldProblem[] => {
  const { opens, lastInstant } = instantsOf(round);
  if (receivedOn > dayOf(at, round)) return [{ path: 'receivedOn', code: 'in-the-future' }];
  if (receivedOn < dayOf(opens, round)) return [{ path: 'receivedOn', code: 'before-opening' }];
  const isLate = receivedOn > dayOf(lastInstant, round);
  if (isLate && !lateReason) return [{ path: 'lateReason', code: 'late-reason' }];
  return !isLate && lateReason ? [{ path: 'lateReason', code: 'not-late' }] : [];
};

type Fields = Pick<
  Application,
  'id' | 'roundId' | 'organisationId' | 'partnershipId' | 'pair' | 'title' | 'formVersion'
>;

/** Version 1, a draft that staff type. A late one has time of its own until the end of the day on which it came. */
export const enterPaperAs = (
  fields: Fields,
  { receivedOn, lateReason }: Pick<PaperTerms, 'receivedOn' | 'lateReason'>,
  round: Round,
  act: Act,
): ApplicationChange => {
  const at = act.at.toISOString();
  const until = lateReason && instantOf(`${receivedOn}T23:59`, round.zone).toISOString();
  const application: Application = {
    ...fields,
    version: 1,
    status: 'draft',
    createdAt: at,
    paper: { receivedOn, enteredAt: at, enteredBy: act.by, scribes: [act.by] },
    ...(until && lateReason && { extension: { until, reason: lateReason, at } }),
  };
  const { roundId, organisationId } = application;
  const data = { roundId, organisationId, receivedOn };
  return {
    application,
    events: [applicationEvent(application, 'application-entered-on-paper', act, data)],
  };
};

/** Everyone who has typed of it: its sections, its files, the signature, and whoever sends it. */
export const scribesOf = (
  { application, sections, attachments, signOff }: Draft,
  sender: string,
): string[] => {
  const typed = [
    ...(application.paper?.scribes ?? []),
    ...sections.flatMap(({ savedBy, editors = {} }) => [savedBy, ...Object.keys(editors)]),
    ...attachments.map(({ by }) => by),
    signOff?.signed?.recordedBy ?? sender,
    sender,
  ];
  return [...new Set(typed)];
};
