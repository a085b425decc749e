import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationWrites } from '../../../shared/applications/application.store.ts';
import { planStore } from '../../../shared/assignment/plan.store.ts';
import { preferenceStore } from '../../../shared/assignment/preference.store.ts';
import { settingsStore } from '../../../shared/assignment/settings.store.ts';
import { decisionStore } from '../../../shared/awards/decision.store.ts';
import { letterStore } from '../../../shared/awards/letter.store.ts';
import { portfolioStore } from '../../../shared/awards/portfolio.store.ts';
import { usualTerms } from '../../../shared/awards/portfolio.ts';
import { remarksStore } from '../../../shared/awards/remarks.store.ts';
import { namedReviewersStore } from '../../../shared/conflicts/named-reviewers.store.ts';
import { personProfileStore } from '../../../shared/conflicts/person-profile.store.ts';
import { settlementStore } from '../../../shared/conflicts/settlement.store.ts';
import { discussionStore } from '../../../shared/discussions/discussion.store.ts';
import { roundDiscussionStore } from '../../../shared/discussions/round-discussion.store.ts';
import { jobWrites } from '../../../shared/jobs/job.store.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { messageWrites } from '../../../shared/messages/message.store.ts';
import { roundWrites } from '../../../shared/programs/round.store.ts';
import { flagStore } from '../../../shared/reviews/flag.store.ts';
import { raise } from '../../../shared/reviews/flag.ts';
import { redactionStore } from '../../../shared/reviews/redaction.store.ts';
import { reviewStore } from '../../../shared/reviews/review.store.ts';
import type { Table } from '../../../shared/table/table.ts';
import { aPlan, aShelf, someSettings } from '../../support/assignment-fakes.ts';
import { aDecision } from '../../support/awards-fakes.ts';
import { aProfile } from '../../support/conflicts-fakes.ts';
import { anOpening } from '../../support/discussions-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { expectNextVersionOnly, type Save } from '../../support/next-version.ts';
import { anAssessment, aReview, inReview } from '../../support/reviews-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const events: [] = [];
const at = inReview.toISOString();
const roundId = 'round-1';
const applicationId = 'a1';
const written = { applicationId, by: 'staff-1', as: 'staff' as const, at };
const two = { en: 'Words', ja: '言葉' };

const reviews = (table: Table) => reviewStore(table, { applicationWrites });
const plans = (table: Table) => planStore(table, { jobWrites });
const decisions = (table: Table) => decisionStore(table, { applicationWrites, messageWrites, roundWrites });

/** Every item of the review stage that people write in turn. */
const saves: Readonly<Record<string, Save>> = {
  review: (table, version) => reviews(table).save({ review: aReview({ version }), events }),
  draft: (table, version) =>
    reviews(table).saveDraft(aReview(), { version, savedAt: at, assessment: anAssessment() }),
  flag: (table, version) => {
    const { flag } = raise(aReview(), { reason: 'A reason', key: 'k' }, inReview);
    return flagStore(table).save({ flag: { ...flag, version }, events });
  },
  redaction: (table, version) =>
    redactionStore(table).save({ applicationId, version, passages: [], files: {} }, events),
  profile: (table, version) => personProfileStore(table).save({ profile: aProfile({ version }), events }),
  'named reviewers': (table, version) =>
    namedReviewersStore(table).save({
      named: { applicationId, roundId, version, at, by: 'owner-1', people: [] },
      events,
    }),
  settlement: (table, version) => {
    const of = { roundId, applicationId, personId: 'reviewer-1', cause: 'cause-1' };
    const said = { outcome: 'none' as const, reason: 'Another place', by: 'staff-1', at };
    return settlementStore(table).save({ settlement: { ...of, ...said, version }, events });
  },
  preferences: (table, version) =>
    preferenceStore(table).save({
      preferences: { personId: 'reviewer-1', roundId, version, savedAt: at, choices: {} },
      events,
    }),
  settings: (table, version) =>
    settingsStore(table).save({ roundId, version, settings: someSettings() }, events),
  plan: (table, version) => plans(table).save({ plan: aPlan({ version }), events }),
  decision: (table, version) => decisions(table).save({ decision: aDecision({ version }), events }),
  letter: (table, version) =>
    letterStore(table).saveTemplate({
      template: { roundId, kind: 'award', version, subject: two, body: two, savedBy: 'staff-1', savedAt: at },
      events,
    }),
  'answer date': (table, version) =>
    letterStore(table).saveAnswerDate({
      answerDate: { roundId, version, answerBy: '2027-04-01T17:00', setBy: 'staff-1', setAt: at },
      events,
    }),
  remarks: (table, version) =>
    remarksStore(table).save({
      remarks: {
        applicationId,
        roundId,
        version,
        status: 'draft',
        remarks: [],
        editedBy: 'staff-1',
        editedAt: at,
      },
      events,
    }),
  portfolio: (table, version) =>
    portfolioStore(table, { jobWrites }).save({
      portfolio: { roundId, version, terms: usualTerms, askedBy: 'staff-1', askedAt: at, jobId: 'job-1' },
      events,
    }),
  'round discussion': (table, version) =>
    roundDiscussionStore(table).save({ discussion: anOpening({ version }), events }),
  agenda: (table, version) => {
    const set = { startsAt: '2027-03-01T09:00', minutes: 10, leftOut: [], away: [] };
    return roundDiscussionStore(table).saveAgenda({
      agenda: { ...set, roundId, version, savedAt: at, savedBy: 'staff-1' },
      events,
    });
  },
  discussion: (table, version) =>
    discussionStore(table).save({ discussion: { applicationId, roundId, version, posts: 0 }, events }),
  'meeting notes': (table, version) =>
    discussionStore(table).saveNotes({
      notes: { ...written, version, text: 'Said', kept: false },
      keep: [],
      events,
    }),
};

const refused = fail({ kind: 'conflict' });

test.each(
  Object.entries(saves),
)('%s: of two first writes one stands, and only the next version takes its place', async (_, save) =>
  expectNextVersionOnly(engine, save));

test('a plan’s shelf is replaced only by the next version, and a submission’s words only by the next number', async () => {
  const shelf = aShelf(applicationId, ['reviewer-1']);
  const kept = { shelves: [shelf], proof: { reviewers: [], bounds: [] } };
  expect(await plans(engine).keep('plan-1', 1, kept)).toEqual(ok(undefined));
  expect(await plans(engine).saveShelf({ ...shelf, version: 3 })).toEqual(refused);
  expect(await plans(engine).saveShelf({ ...shelf, version: 2 })).toEqual(ok(undefined));
  expect(await plans(engine).saveShelf({ ...shelf, version: 2 })).toEqual(refused);

  const review = (version: number) => aReview({ reviewerId: 'reviewer-2', version });
  const submission = (no: number) => ({ no, at, key: `k${no}`, assessment: anAssessment() });
  const submit = (version: number, no: number) =>
    reviews(engine).save({ review: review(version), submission: submission(no), events });
  expect(await submit(1, 1)).toEqual(ok(undefined));
  expect(await submit(2, 3)).toEqual(refused);
  expect(await submit(2, 2)).toEqual(ok(undefined));
});
