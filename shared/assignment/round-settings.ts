import type { People } from '../accounts/account.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { namesOf } from '../reviews/reviewer-names.ts';
import type { SettingsPort } from './plan.port.ts';
import { type PlanSettings, type RoundSettings, usualSettings } from './settings.ts';

type Ports = {
  rounds: Pick<Rounds, 'find'>;
  people: Pick<People, 'find' | 'reviewersOf'>;
  settings: SettingsPort;
};

export type SettingsView = {
  readonly round: Round;
  /** 0 before anyone has set anything: `settings` are the usual ones then. */
  readonly version: number;
  readonly settings: PlanSettings;
  readonly appliedAt: string | undefined;
  /** The round's reviewers as staff know them, by name. */
  readonly reviewers: readonly { readonly id: string; readonly name: string }[];
};

/** What a round's plans are to keep to, for staff. */
export const viewSettings =
  ({ rounds, people, settings }: Ports): UseCase<{ roundId: string }, SettingsView, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, stands, ids] = await Promise.all([
      rounds.find(roundId),
      settings.find(roundId),
      people.reviewersOf(roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const names = await namesOf(people, ids);
    const reviewers = [...names].map(([id, name]) => ({ id, name }));
    return ok({
      round,
      version: stands?.version ?? 0,
      settings: stands?.settings ?? usualSettings,
      appliedAt: stands?.appliedAt,
      reviewers: reviewers.sort((one, other) => (one.name < other.name ? -1 : 1)),
    });
  };

type Saving = PlanSettings & { roundId: string; version: number };

/** Staff set what plans are to keep to; plans that were made stay as they are. Nobody gets mail. */
export const saveSettings =
  ({
    rounds,
    people,
    settings,
  }: Ports): UseCase<Saving, RoundSettings, NotFound | Conflict | Stale | InvalidInput> =>
  async (actor, { roundId, version, ...asked }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, stands, ids] = await Promise.all([
      rounds.find(roundId),
      settings.find(roundId),
      people.reviewersOf(roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const here = new Set(ids);
    const fields = [
      ...asked.loads.flatMap(({ reviewerId }, at) =>
        here.has(reviewerId) ? [] : [`loads.${at}.reviewerId`],
      ),
      ...asked.apart.flatMap((two, at) =>
        two.flatMap((id, no) => (here.has(id) ? [] : [`apart.${at}.${no}`])),
      ),
    ].map((path) => ({ path, code: 'not-a-reviewer' }));
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
    const current = stands?.version ?? 0;
    if (stands && version === current - 1 && JSON.stringify(stands.settings) === JSON.stringify(asked))
      return ok(stands);
    if (version !== current) return fail({ kind: 'stale', current });
    const next: RoundSettings = {
      roundId,
      version: current + 1,
      settings: asked,
      ...(stands?.appliedAt && { appliedAt: stands.appliedAt }),
    };
    const saved = await settings.save(next, [
      {
        id: `${roundId}/assignment-settings/${next.version}`,
        subject: `round#${roundId}`,
        type: 'assignment-settings-saved',
        at: receivedAt.toISOString(),
        by: actor.personId,
        data: {},
      },
    ]);
    return saved.ok ? ok(next) : saved;
  };
