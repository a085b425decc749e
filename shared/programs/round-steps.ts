import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { RoundFrozen, RoundStillRunning } from './program.errors.ts';
import type { RoundChange } from './round.port.ts';
import { instantsOf, type Phase, phaseAt, type Round, type RoundTerms } from './round.ts';
import { checkTerms } from './round-terms.ts';

export type RoundAction = 'edit' | 'publish' | 'announce';

/** In which phase staff may do what. A published round never goes back to draft. */
export const roundSteps = {
  draft: ['edit', 'publish'],
  upcoming: ['edit'],
  open: ['edit'],
  grace: ['edit'],
  closed: ['edit', 'announce'],
  announced: [],
} as const satisfies Readonly<Record<Phase, readonly RoundAction[]>>;

/** Whether staff may do this now: buttons and steps both ask here. */
export const mayAct = (round: Round, action: RoundAction, now: Date): boolean => {
  const allowed: readonly RoundAction[] = roundSteps[phaseAt(round, now)];
  return allowed.includes(action);
};

/** What applicants fill in and reviewers score by. From the opening of a published round on it stays as it is. */
export const frozenFields = [
  'opens',
  'zone',
  'themes',
  'maximumAwardCents',
  'matchPercent',
  'blinding',
  'rubric',
  'ranking',
  'extraQuestions',
  'eligibility',
] as const satisfies readonly (keyof RoundTerms)[];

/** Whether the round has opened, so that its form and rubric stay as they are. */
export const isFrozen = (round: Round, now: Date): boolean =>
  round.status === 'published' && instantsOf(round).opens <= now;

type Act = { readonly by: string; readonly now: Date };

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

/** Before the opening everything may change; after it the dates still to come, the money and the words around. */
export const editRound = (
  round: Round,
  { terms, version }: { terms: RoundTerms; version: number },
  act: Act,
): Result<RoundChange, InvalidInput | Stale | RoundFrozen | StepRefused> => {
  if (!mayAct(round, 'edit', act.now)) return refused(round, 'edit', act.now);
  if (version !== round.version) return fail({ kind: 'stale', current: round.version });
  const frozen = isFrozen(round, act.now) ? frozenIn(round, terms) : [];
  if (frozen.length > 0) return fail({ kind: 'round-frozen', fields: frozen });
  const fields = checkTerms(terms);
  if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
  return ok(changed({ ...round, ...terms, version: version + 1 }, 'round-edited', act));
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
  if (phase === 'upcoming' || phase === 'open' || phase === 'grace')
    return fail({ kind: 'round-still-running', until: instantsOf(round).lastInstant.toISOString() });
  if (!mayAct(round, 'announce', act.now)) return refused(round, 'announce', act.now);
  const announcedAt = act.now.toISOString();
  return ok(changed({ ...round, announcedAt, version: round.version + 1 }, 'round-announced', act));
};

// Deadlines may be put off for everyone, but never drawn nearer under people's feet.
const frozenIn = (round: Round, terms: RoundTerms): readonly string[] => {
  const differs = (field: keyof RoundTerms) => canonical(round[field]) !== canonical(terms[field]);
  const nearer = instantsOf(terms).lastInstant < instantsOf(round).lastInstant;
  return [...frozenFields.filter(differs), ...(nearer ? ['closes'] : [])];
};

// The order of an object's keys says nothing about its content; that of a list does.
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const refused = (round: Round, action: RoundAction, now: Date) =>
  fail({ kind: 'step-refused', current: phaseAt(round, now), action });

const changed = (round: Round, type: string, { by, now }: Act): RoundChange => {
  const event: DomainEvent = {
    id: `${round.id}/${round.version}`,
    subject: `round#${round.id}`,
    type,
    at: now.toISOString(),
    by,
    data: { version: round.version },
  };
  return { round, events: [event] };
};
