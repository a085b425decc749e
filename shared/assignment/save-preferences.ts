import type { Applications } from '../applications/application.port.ts';
import { isReviewerOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { PreferencesClosed } from './assignment.errors.ts';
import type { PairConflicts, PreferencesPort, SettingsPort } from './plan.port.ts';
import { isAssignable } from './plan-facts.ts';
import { type Preferences, type Stated, statePreferences, takesPreferences } from './preference.ts';

type Ports = {
  applications: Pick<Applications, 'many'>;
  rounds: Pick<Rounds, 'find'>;
  preferences: PreferencesPort;
  settings: Pick<SettingsPort, 'find'>;
  pairConflicts: PairConflicts;
};
type Input = Stated & { roundId: string; version: number };
type Failures = NotFound | Conflict | Stale | InvalidInput | PreferencesClosed;

/**
 * A reviewer says what they want, all that is shown at once, and how many they can take. Refused for an application that
 * could not be listed to them: one with a conflict looks like one that does not exist. Nobody gets mail.
 */
export const savePreferences =
  (ports: Ports): UseCase<Input, Preferences, Failures> =>
  async (actor, { roundId, version, most, choices }, { receivedAt }) => {
    if (!isReviewerOf(actor, roundId)) return fail({ kind: 'not-found' });
    const { personId } = actor;
    const [round, stated, settings, conflict, applications] = await Promise.all([
      ports.rounds.find(roundId),
      ports.preferences.find(personId, roundId),
      ports.settings.find(roundId),
      ports.pairConflicts(roundId, [{ actor }]),
      ports.applications.many(Object.keys(choices)),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const open = takesPreferences(round, settings?.appliedAt, receivedAt);
    if (!open.ok) return open;
    const offered = new Set(
      applications
        .filter((one) => one.roundId === roundId && isAssignable(one) && !conflict(personId, one))
        .map(({ id }) => id),
    );
    const fields = Object.keys(choices)
      .filter((id) => !offered.has(id))
      .map((id) => ({ path: `choices.${id}`, code: 'unknown-field' }));
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
    // The same sent again, as by a second click: it stands already.
    if (stated && version === stated.version - 1 && stands(stated, { most, choices })) return ok(stated);

    const next = statePreferences(stated, { personId, roundId, version }, { most, choices }, receivedAt);
    if (!next.ok) return next;
    const saved = await ports.preferences.save(next.value);
    return saved.ok ? ok(next.value.preferences) : saved;
  };

const stands = (stated: Preferences, { most, choices }: Stated) =>
  stated.most === most &&
  Object.entries(choices).every(([id, choice]) => (stated.choices[id] ?? 'none') === choice);
