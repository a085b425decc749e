import { writeFindings } from '../../shared/assignment/findings-text.ts';
import { findings, noTraits } from '../../shared/assignment/pair-score.ts';
import type {
  PlanHeadChange,
  Plans,
  PreferencesPort,
  SettingsPort,
} from '../../shared/assignment/plan.port.ts';
import type { PlanProof, PlanRecord, Shelf } from '../../shared/assignment/plan-record.ts';
import type { Preferences } from '../../shared/assignment/preference.ts';
import { type PlanSettings, type RoundSettings, usualSettings } from '../../shared/assignment/settings.ts';
import type { JobChange, Jobs } from '../../shared/jobs/job.port.ts';
import { fail, ok } from '../../shared/kernel/result.ts';

export const someSettings = (over: Partial<PlanSettings> = {}): PlanSettings => ({
  ...usualSettings,
  ...over,
});

export const aPlan = (over: Partial<PlanRecord> = {}): PlanRecord => ({
  id: 'plan-1',
  version: 2,
  roundId: 'round-1',
  status: 'made',
  settings: someSettings(),
  demand: 1,
  askedBy: 'staff-1',
  askedAt: '2027-01-20T12:00:00.000Z',
  madeAt: '2027-01-20T12:01:00.000Z',
  jobId: 'job-1',
  shelves: 1,
  moved: 0,
  figures: {
    applications: 1,
    reviewers: 2,
    pairs: 1,
    fixed: 0,
    barred: 0,
    total: 0,
    worst: 0,
    bound: { total: 0 },
    searched: {},
    gap: { total: 0, worst: 0 },
    optimal: true,
    loads: { min: 0, max: 1 },
    stability: { tries: 10, proven: 10, pairs: 1, fewestKept: 1 },
  },
  ...over,
});

/** One application each of these reviewers could be given, and the first of them is. */
export const aShelf = (
  applicationId: string,
  reviewerIds: readonly string[],
  over: Partial<Shelf> = {},
): Shelf => ({
  planId: 'plan-1',
  no: 0,
  version: 1,
  rows: [
    {
      applicationId,
      demand: 1,
      pairs: reviewerIds.slice(0, 1).map((reviewerId) => ({
        reviewerId,
        score: 0,
        isFixed: false,
        byHand: false,
      })),
    },
  ],
  found: [
    writeFindings(
      reviewerIds.map(() => findings(noTraits, { theme: undefined, region: undefined }, undefined)),
    ),
  ],
  ...over,
});

export const aProof = (reviewerIds: readonly string[]): PlanProof => ({
  reviewers: reviewerIds.map((id) => ({ id, min: 0, max: 6, traits: [] })),
  bounds: [],
});

type Held = { plans?: readonly PlanRecord[]; shelves?: readonly Shelf[]; proof?: PlanProof };

/** Plans in memory, as strict about versions as the store; jobs go to the jobs' own fake. */
export const fakePlans = (
  { plans = [], shelves = [], proof }: Held = {},
  jobs: Pick<Jobs, 'save'> = { save: async (_: JobChange) => ok(undefined) },
  settings?: SettingsPort,
): Plans & { saved: PlanHeadChange[] } => {
  const heads = new Map(plans.map((plan) => [plan.id, plan]));
  const kept = new Map(shelves.map((shelf) => [`${shelf.planId} ${shelf.no}`, shelf]));
  const attempts = new Map<string, number>();
  let proven = proof;
  const saved: PlanHeadChange[] = [];
  const put = (shelf: Shelf) => {
    const key = `${shelf.planId} ${shelf.no}`;
    if (kept.get(key)?.version !== shelf.version - 1) return fail({ kind: 'conflict' });
    kept.set(key, shelf);
    return ok(undefined);
  };
  return {
    saved,
    find: async (id) => heads.get(id),
    latest: async (roundId) => [...heads.values()].filter((plan) => plan.roundId === roundId),
    save: async (change) => {
      const { plan, shelf, job } = change;
      if ((heads.get(plan.id)?.version ?? 0) !== plan.version - 1) return fail({ kind: 'conflict' });
      const shelved = shelf ? put(shelf) : ok(undefined);
      if (!shelved.ok) return shelved;
      heads.set(plan.id, plan);
      if (job) await jobs.save(job);
      if (change.settings) await settings?.save(change.settings, []);
      saved.push(change);
      return ok(undefined);
    },
    shelf: async (planId, no) => kept.get(`${planId} ${no}`),
    shelves: async (planId) => [...kept.values()].filter((shelf) => shelf.planId === planId),
    saveShelf: async (shelf) => put(shelf),
    keep: async (planId, attempt, made) => {
      if ((attempts.get(planId) ?? 0) > attempt) return fail({ kind: 'conflict' });
      attempts.set(planId, attempt);
      for (const shelf of made.shelves) kept.set(`${planId} ${shelf.no}`, shelf);
      proven = made.proof;
      return ok(undefined);
    },
    proof: async () => proven,
  };
};

export const fakePreferences = (...held: Preferences[]): PreferencesPort => {
  const byBoth = new Map(held.map((one) => [`${one.roundId} ${one.personId}`, one]));
  return {
    find: async (personId, roundId) => byBoth.get(`${roundId} ${personId}`),
    ofRound: async (roundId) => [...byBoth.values()].filter((one) => one.roundId === roundId),
    save: async ({ preferences }) => {
      const key = `${preferences.roundId} ${preferences.personId}`;
      if ((byBoth.get(key)?.version ?? 0) !== preferences.version - 1) return fail({ kind: 'conflict' });
      byBoth.set(key, preferences);
      return ok(undefined);
    },
  };
};

export const fakeSettings = (...held: RoundSettings[]): SettingsPort => {
  const byRound = new Map(held.map((one) => [one.roundId, one]));
  return {
    find: async (roundId) => byRound.get(roundId),
    save: async (settings) => {
      if ((byRound.get(settings.roundId)?.version ?? 0) !== settings.version - 1)
        return fail({ kind: 'conflict' });
      byRound.set(settings.roundId, settings);
      return ok(undefined);
    },
  };
};
