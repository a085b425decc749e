import type { Person } from '../../../shared/kernel/actor.ts';
import { themes } from '../../../shared/kernel/theme.ts';
import { localOf } from '../../../shared/kernel/zoned-time.ts';
import { createRound } from '../../../shared/programs/create-round.ts';
import { defaultEligibility } from '../../../shared/programs/eligibility-rule.ts';
import { publishRound } from '../../../shared/programs/publish-round.ts';
import { defaultRanking } from '../../../shared/programs/ranking-terms.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import type { Round, RoundTerms } from '../../../shared/programs/round.ts';
import type { Table } from '../../../shared/table/table.ts';
import { callAt, done, inDays } from './clock.ts';

const zone = 'America/New_York';
const both = (en: string, ja: string) => ({ en, ja });

/** Days from now at which the round turns. */
export type Course = { readonly opens: number; readonly closes: number; readonly reviewDue: number };

export const courses = {
  upcoming: { opens: 5, closes: 30, reviewDue: 60 },
  open: { opens: -30, closes: 10, reviewDue: 40 },
  closed: { opens: -60, closes: -20, reviewDue: 20 },
} as const satisfies Record<string, Course>;

export const termsOf = (course: Course): RoundTerms => ({
  name: both('Leading Asia, a round of the tests', '試験用の募集'),
  summary: both('Exchange funding for sister cities.', '姉妹都市交流の助成。'),
  opens: localOf(inDays(course.opens), zone),
  closes: localOf(inDays(course.closes), zone),
  reviewDue: localOf(inDays(course.reviewDue), zone),
  zone,
  graceMinutes: 30,
  complaintDays: 14,
  themes: [...themes],
  envelopeCents: 50_000_000,
  maximumAwardCents: 3_000_000,
  matchPercent: 50,
  slots: 10,
  reviewersPerApplication: 2,
  blinding: 'open',
  rubric: {
    criteria: [criterion('outcomes', 60, true), criterion('feasibility', 40, false)],
  },
  ranking: defaultRanking,
  eligibility: defaultEligibility,
  extraQuestions: [
    {
      id: 'press',
      label: both('Who will tell the public?', '広報は誰が行いますか。'),
      kind: 'short',
      required: true,
    },
  ],
});

const anchors = { low: both('Weak', '不十分'), middle: both('Sound', '妥当'), high: both('Strong', '優秀') };
const criterion = (id: string, weight: number, commentRequired: boolean) => ({
  id,
  name: both(`Criterion ${id}`, '審査基準'),
  weight,
  anchors,
  commentRequired,
});

/** Rounds in every phase. What lies behind was done then: drafted and published before its opening. */
export const roundsOn = (table: Table) => {
  const rounds = roundStore(table);
  const draft = async (staff: Person, course: Course): Promise<Round> =>
    done(await createRound({ rounds })(staff, termsOf(course), callAt(inDays(course.opens - 10))));
  const publish = async (staff: Person, course: Course): Promise<Round> => {
    const { id: roundId, version } = await draft(staff, course);
    return done(
      await publishRound({ rounds })(staff, { roundId, version }, callAt(inDays(course.opens - 5))),
    );
  };
  return { draft, publish };
};
