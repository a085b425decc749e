import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { PreferencesClosed } from './assignment.errors.ts';
import type { SettingsPort } from './plan.port.ts';
import { takesPreferences } from './preference.ts';

type Ports = { rounds: Pick<Rounds, 'find'>; settings: Pick<SettingsPort, 'find'> };

export type PreferenceRound = {
  readonly round: Pick<Round, 'id' | 'name' | 'demo'>;
  readonly closed: PreferencesClosed['because'] | undefined;
};

/** The rounds one reviews in, open ones first: a handful, two reads each. */
export const listPreferenceRounds =
  ({
    rounds,
    settings,
  }: Ports): UseCase<Record<never, never>, { items: readonly PreferenceRound[] }, NotFound> =>
  async (actor, _, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const ids = actor.roles.flatMap((role) => (role.kind === 'reviewer' ? [role.roundId] : []));
    const found = await Promise.all(
      ids.map((roundId) => Promise.all([rounds.find(roundId), settings.find(roundId)])),
    );
    const items = found.flatMap(([round, stands]) => {
      if (!round) return [];
      const open = takesPreferences(round, stands?.appliedAt, receivedAt);
      const { id, name, demo } = round;
      return { round: { id, name, demo }, closed: open.ok ? undefined : open.failure.because };
    });
    return ok({
      items: items.toSorted((one, other) => Number(Boolean(one.closed)) - Number(Boolean(other.closed))),
    });
  };
