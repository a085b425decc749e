import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { type FormField, formFields, formNoOf, pastFormOf } from './form-version.ts';
import type { FormChanges, RoundFrozen, RoundStillRunning } from './program.errors.ts';
import type { RoundChange } from './round.port.ts';
import {
  instantsOf,
  isTaking,
  type Phase,
  phaseAt,
  type Round,
  type RoundTerms,
  takesSubmissions,
} from './round.ts';
import { checkTerms } from './round-terms.ts';

export type RoundAction = 'edit' | 'publish' | 'extend' | 'cancel' | 'announce';

/** In which phase staff may do what. A published round never goes back to draft. */
export const roundSteps = {
  draft: ['edit', 'publish'],
  upcoming: ['edit', 'cancel'],
  open: ['edit', 'extend', 'cancel'],
  'closing-soon': ['edit', 'extend', 'cancel'],
  grace: ['edit', 'extend', 'cancel'],
  closed: ['edit', 'cancel', 'announce'],
  announced: [],
  cancelled: [],
} as const satisfies Readonly<Record<Phase, readonly RoundAction[]>>;

/** Whether staff may do this now: buttons and steps both ask here. */
export const mayAct = (round: Round, action: RoundAction, now: Date): boolean => {
  const allowed: readonly RoundAction[] = roundSteps[phaseAt(round, now)];
  return allowed.includes(action);
};

/**
 * What reviewers score by, and the dates. From the opening of a published round on it stays as it is: scores by two
 * rubrics make no ranking. The close is put off by `extendRound` alone, with a reason.
 */
export const frozenFields = [
  'opens',
  'closes',
  'zone',
  'blinding',
  'rubric',
  'ranking',
] as const satisfies readonly (keyof RoundTerms)[];

/** Whether the round has opened, so that its rubric stays as it is and a change of its form makes the next one. */
export const isFrozen = (round: Round, now: Date): boolean =>
  round.status === 'published' && instantsOf(round).opens <= now;

export type Act = { readonly by: string; readonly now: Date };

/** A draft that only staff see. */
export const createRound = (
  given: Pick<Round, 'id' | 'programId' | 'demo'>,
  terms: RoundTerms,
  act: Act,
): Result<RoundChange, InvalidInput> => {
  const fields = checkTerms(terms);
  if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
  return ok(changed({ ...terms, ...given, version: 1, status: 'draft' }, 'round-created', act));
};

/** The parts of the form that an edit would change after the opening, when applications are under way. */
export const formChanges = (round: Round, terms: RoundTerms, now: Date): readonly FormField[] =>
  isFrozen(round, now) ? formFields.filter((field) => differs(round, terms, field)) : [];

type Edit = {
  readonly terms: RoundTerms;
  readonly version: number;
  /** The number of the form that this edit is known to make. */
  readonly newForm?: number | undefined;
};

/**
 * Before the opening everything may change. After it the words around, the money and the dates still to come do, and
 * the form as long as one can apply: that makes the next form, and whoever edits has to have said so by its number.
 */
export const editRound = (
  round: Round,
  { terms, version, newForm }: Edit,
  act: Act,
): Result<RoundChange, InvalidInput | Stale | RoundFrozen | FormChanges | StepRefused> => {
  if (!mayAct(round, 'edit', act.now)) return refused(round, 'edit', act.now);
  if (version !== round.version) return fail({ kind: 'stale', current: round.version });
  const frozen = isFrozen(round, act.now) ? frozenIn(round, terms) : [];
  const fields = formChanges(round, terms, act.now);
  const fixed = takesSubmissions(round, act.now) ? frozen : [...frozen, ...fields];
  if (fixed.length > 0) return fail({ kind: 'round-frozen', fields: fixed });
  const problems = checkTerms(terms);
  if (problems.length > 0) return fail({ kind: 'invalid-input', fields: problems });
  const { yenRate: _, ...rest } = round;
  const edited = { ...rest, ...terms, version: version + 1 };
  if (fields.length === 0) return ok(changed(edited, 'round-edited', act));
  const next = formNoOf(round) + 1;
  if (newForm !== next) return fail({ kind: 'form-changes', newForm: next, fields });
  return ok({
    ...changed({ ...edited, formVersion: next }, 'round-form-changed', act, { form: next }),
    supersedes: pastFormOf(round, act.now),
  });
};

/** Makes the call public. From its opening instant on applications come in, without anyone doing anything. */
export const publishRound = (
  round: Round,
  version: number,
  act: Act,
): Result<RoundChange, InvalidInput | Stale | StepRefused> => {
  if (!mayAct(round, 'publish', act.now)) return refused(round, 'publish', act.now);
  if (version !== round.version) return fail({ kind: 'stale', current: round.version });
  if (instantsOf(round).closes <= act.now)
    return fail({ kind: 'invalid-input', fields: [{ path: 'closes', code: 'in-the-past' }] });
  return ok(changed({ ...round, status: 'published', version: version + 1 }, 'round-published', act));
};

/** Opens the decisions to applicants. Only once no submission can count any more. */
export const announceRound = (
  round: Round,
  act: Act,
): Result<RoundChange, RoundStillRunning | StepRefused> => {
  const phase = phaseAt(round, act.now);
  if (phase === 'upcoming' || isTaking(phase))
    return fail({ kind: 'round-still-running', until: instantsOf(round).lastInstant.toISOString() });
  if (!mayAct(round, 'announce', act.now)) return refused(round, 'announce', act.now);
  const announcedAt = act.now.toISOString();
  return ok(changed({ ...round, announcedAt, version: round.version + 1 }, 'round-announced', act));
};

const differs = (round: Round, terms: RoundTerms, field: keyof RoundTerms) =>
  canonical(round[field]) !== canonical(terms[field]);

// For everyone these may grow but never shrink under people's feet: an earlier form may ask for the earlier maximum.
const frozenIn = (round: Round, terms: RoundTerms): readonly string[] => [
  ...frozenFields.filter((field) => differs(round, terms, field)),
  ...(terms.graceMinutes < round.graceMinutes ? ['graceMinutes'] : []),
  ...(terms.complaintDays < round.complaintDays ? ['complaintDays'] : []),
  ...(terms.maximumAwardCents < round.maximumAwardCents ? ['maximumAwardCents'] : []),
];

// The order of an object's keys says nothing about its content; that of a list does.
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export const refused = (round: Round, action: RoundAction, now: Date) =>
  fail({ kind: 'step-refused', current: phaseAt(round, now), action });

/** A change with its one event. */
export const changed = (
  round: Round,
  type: string,
  { by, now }: Act,
  data: DomainEvent['data'] = {},
): RoundChange => {
  const event: DomainEvent = {
    id: `${round.id}/${round.version}`,
    subject: `round#${round.id}`,
    type,
    at: now.toISOString(),
    by,
    data: { version: round.version, ...data },
  };
  return { round, events: [event] };
};
