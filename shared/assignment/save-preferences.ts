import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { isReviewerOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, FieldProblem, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Reviews } from '../reviews/review.port.ts';
import { declaredBeside } from '../reviews/staff-clearance.ts';
import type { StaffConflicts } from '../reviews/staff-conflict.port.ts';
import { stepAside } from '../reviews/staff-conflict.ts';
import type { PreferencesClosed } from './assignment.errors.ts';
import type { PairConflicts, PreferencesPort, SettingsPort } from './plan.port.ts';
import { isAssignable } from './plan-facts.ts';
import { type Preferences, type Stated, statePreferences, takesPreferences } from './preference.ts';

type Ports = {
  applications: Pick<Applications, 'many'>;
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'allOfReviewer'>;
  preferences: PreferencesPort;
  settings: Pick<SettingsPort, 'find'>;
  staffConflicts: StaffConflicts;
  pairConflicts: PairConflicts;
};
type Input = Stated & { roundId: string; version: number };
type Failures = NotFound | Conflict | Stale | InvalidInput | PreferencesClosed;

/**
 * A reviewer says what they want, all that is shown at once, and how many they can take. Of an application they have an
 * interest in they declare that, for good: it bars them at every door, and saying it twice keeps the first reason.
 * Refused for an application that could not be listed to them: one with a conflict looks like one that does not exist.
 * Nobody gets mail.
 */
export const savePreferences =
  (ports: Ports): UseCase<Input, Preferences, Failures> =>
  async (actor, { roundId, version, most, choices, conflicts = {} }, { receivedAt }) => {
    if (!isReviewerOf(actor, roundId)) return fail({ kind: 'not-found' });
    const { personId } = actor;
    const ids = [...new Set([...Object.keys(choices), ...Object.keys(conflicts)])];
    const [round, stated, settings, conflict, declared, applications] = await Promise.all([
      ports.rounds.find(roundId),
      ports.preferences.find(personId, roundId),
      ports.settings.find(roundId),
      ports.pairConflicts(roundId, [{ actor }]),
      declaredBeside(ports)(actor, roundId),
      ports.applications.many(ids),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const open = takesPreferences(round, settings?.appliedAt, receivedAt);
    if (!open.ok) return open;
    const isOffered = (one: Application) =>
      one.roundId === roundId && isAssignable(one) && !conflict(personId, one);
    const offered = new Set(applications.filter(isOffered).map(({ id }) => id));
    const fields = problemsOf({ choices, conflicts }, offered, declared);
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });

    const said = { most, choices: { ...choices, ...nothingOf(conflicts) } };
    const undeclared = Object.entries(conflicts).filter(([id]) => !declared.has(id));
    // The same sent again, as by a second click: it stands already.
    const isSame = stated && version === stated.version - 1 && stands(stated, said);
    if (isSame && undeclared.length === 0) return ok(stated);

    const next = statePreferences(stated, { personId, roundId, version }, said, receivedAt);
    if (!next.ok) return next;
    // Before the rest: should that fail, what is final is kept, and who sends again declares nothing twice.
    const steps = await Promise.all(
      undeclared.map(([applicationId, reason]) => {
        const aside = stepAside({ applicationId, roundId, personId, reason }, 'reviewer', receivedAt);
        return ports.staffConflicts.declare(aside.conflict, aside.events);
      }),
    );
    const refused = steps.find((step) => !step.ok);
    if (refused && !refused.ok) return refused;
    const saved = await ports.preferences.save(next.value);
    return saved.ok ? ok(next.value.preferences) : saved;
  };

type Said = Pick<Stated, 'choices'> & { conflicts: NonNullable<Stated['conflicts']> };

const problemsOf = (
  { choices, conflicts }: Said,
  offered: ReadonlySet<string>,
  declared: ReadonlySet<string>,
): readonly FieldProblem[] => [
  ...Object.keys(choices)
    .filter((id) => !offered.has(id) && !(id in conflicts))
    .map((id) => ({ path: `choices.${id}`, code: 'unknown-field' })),
  ...Object.keys(conflicts).flatMap((id) => {
    const path = `conflicts.${id}`;
    if (!offered.has(id) && !declared.has(id)) return [{ path, code: 'unknown-field' }];
    return id in choices ? [{ path, code: 'contradicts' }] : [];
  }),
];

/** Whoever has a conflict wants nothing: what was said before goes. */
const nothingOf = (conflicts: Said['conflicts']): Record<string, 'none'> =>
  Object.fromEntries(Object.keys(conflicts).map((id) => [id, 'none']));

const stands = (stated: Preferences, { most, choices }: Pick<Stated, 'most' | 'choices'>) =>
  stated.most === most &&
  Object.entries(choices).every(([id, choice]) => (stated.choices[id] ?? 'none') === choice);
