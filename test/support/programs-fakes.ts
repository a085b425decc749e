import { fail, ok } from '../../shared/kernel/result.ts';
import { defaultEligibility } from '../../shared/programs/eligibility-rule.ts';
import { formNoOf, withForm } from '../../shared/programs/form-version.ts';
import type { Questions } from '../../shared/programs/question.port.ts';
import type { Question } from '../../shared/programs/question.ts';
import { defaultRanking } from '../../shared/programs/ranking-terms.ts';
import type { RoundChange, Rounds } from '../../shared/programs/round.port.ts';
import {
  type Criterion,
  type Round,
  type RoundTerms,
  roundTermsSchema,
} from '../../shared/programs/round.ts';
import type { Cursors } from '../../shared/table/cursor.ts';

const text = (en: string, ja = `${en}の訳`) => ({ en, ja });
export const aCriterion = (id: string, weight: number): Criterion => ({
  id,
  name: text(id),
  weight,
  anchors: { low: text('Nothing'), middle: text('Something'), high: text('Everything') },
  commentRequired: false,
});

/** Open from November 2, 2026 to January 14, 2027, 5 pm in New York, with fifteen minutes’ grace. */
export const someTerms = (over: Partial<RoundTerms> = {}): RoundTerms => ({
  name: text('Exchange Funding 2027', '2027年度助成'),
  summary: text('Visit your sister city.', '姉妹都市を訪問する事業を助成します。'),
  opens: '2026-11-02T09:00',
  closes: '2027-01-14T17:00',
  reviewDue: '2027-02-12T17:00',
  zone: 'America/New_York',
  graceMinutes: 15,
  complaintDays: 14,
  themes: ['business-development', 'sustainability'],
  envelopeCents: 12_000_000,
  maximumAwardCents: 1_500_000,
  matchPercent: 25,
  slots: 8,
  reviewersPerApplication: 3,
  blinding: 'open',
  rubric: { criteria: [aCriterion('partnership', 60), aCriterion('outcomes', 40)] },
  ranking: defaultRanking,
  extraQuestions: [],
  eligibility: defaultEligibility,
  ...over,
});

export const termsOf = (round: Round): RoundTerms => roundTermsSchema.strip().parse(round);

export const aRound = (over: Partial<Round> = {}): Round => ({
  ...someTerms(),
  id: 'round-1',
  programId: 'leading-asia',
  version: 1,
  status: 'published',
  demo: false,
  ...over,
});

export const fakeRounds = (...given: Round[]): Rounds & { saved: RoundChange[] } => {
  const rounds = new Map(given.map((round) => [round.id, round]));
  const saved: RoundChange[] = [];
  return {
    saved,
    find: async (id, form) => {
      const round = rounds.get(id);
      const past = saved.find(({ supersedes }) => form && supersedes?.no === formNoOf(form))?.supersedes;
      return round && past ? withForm(round, past) : round;
    },
    list: async () => ({ items: [...rounds.values()] }),
    announced: async () => [...rounds.values()].filter(({ announcedAt, demo }) => announcedAt && !demo),
    save: async (change) => {
      const { round } = change;
      if ((rounds.get(round.id)?.version ?? 0) !== round.version - 1) return fail({ kind: 'conflict' });
      rounds.set(round.id, round);
      saved.push(change);
      return ok(undefined);
    },
  };
};

export const fakeQuestions = (...given: Question[]): Questions & { events: string[] } => {
  const questions = new Map(given.map((question) => [question.id, question]));
  const events: string[] = [];
  const where = (keep: (question: Question) => boolean) => ({ items: [...questions.values()].filter(keep) });
  return {
    events,
    find: async (id) => questions.get(id),
    byStatus: async (status) => where((one) => one.status === status),
    answeredInPublic: async (roundId) =>
      where((one) => one.answer?.isPublic === true && one.roundId === roundId),
    save: async ({ question, events: made }) => {
      if ((questions.get(question.id)?.version ?? 0) !== question.version - 1)
        return fail({ kind: 'conflict' });
      questions.set(question.id, question);
      events.push(...made.map(({ type }) => type));
      return ok(undefined);
    },
  };
};

/** Positions in the clear: what seals them has its own tests. */
export const openCursors: Cursors = {
  seal: (scope, position) => `${scope}|${position}`,
  open: (scope, cursor) => (cursor.startsWith(`${scope}|`) ? cursor.slice(scope.length + 1) : undefined),
};
