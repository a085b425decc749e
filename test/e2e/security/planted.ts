import { randomUUID } from 'node:crypto';
import { conflictsUseCases } from '../../../functions/container/conflicts-use-cases.ts';
import { openInterests } from '../../../functions/container/interests.ts';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { planStore } from '../../../shared/assignment/plan.store.ts';
import { preferenceStore } from '../../../shared/assignment/preference.store.ts';
import { portfolioStore } from '../../../shared/awards/portfolio.store.ts';
import { findConflicts } from '../../../shared/conflicts/find-conflicts.ts';
import { namedReviewersStore } from '../../../shared/conflicts/named-reviewers.store.ts';
import { profileDetailsSchema } from '../../../shared/conflicts/person-profile.ts';
import { jobStore, jobWrites } from '../../../shared/jobs/job.store.ts';
import { askFor } from '../../../shared/jobs/job-steps.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { exportStore } from '../../../shared/roster/export.store.ts';
import type { Export } from '../../../shared/roster/export.ts';
import { mailingStore } from '../../../shared/roster/mailing.store.ts';
import { newMailing } from '../../../shared/roster/mailing-steps.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import type { Table } from '../../../shared/table/table.ts';
import { aPlan, aProof, aShelf } from '../../support/assignment-fakes.ts';
import { whileOpen } from '../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import type { Someone } from '../../support/seeded/people.ts';
import type { World } from '../api/world.ts';

/** Words of the whole stage that stand in one place each. */
export const plantedWords = {
  flag: 'Larkspur reason of the flag',
  answer: 'Mallow answer to the flag',
  declined: 'Rosemary reason of who gave it back',
  blackedOut: 'kitchens and a joint market',
  letter: 'Verbena words of the letter',
  remark: 'Tansy draft of the remarks',
  override: 'Juniper reason of the override',
  waits: 'Lavender reason of the waitlist',
  named: 'Wormwood reason of the applicant',
  unwanted: 'Norma Unwanted',
  belongs: 'Gentian Society',
  place: 'Edelweiss village',
  called: '竜胆 撫子',
  settled: 'Speedwell reason of the settlement',
  mailing: 'Marjoram words of the mail to what is filtered',
  sought: 'Sorrel words that a colleague has searched by',
} as const;

/** The most applications that a reviewer says they can take. */
export const plantedPreference = 173;

/** Figures that stand in one place each; of six digits, as no part of an id is that is all digits by chance. */
export const plantedFigures = {
  pairScore: 765_432,
  instead: 321_654,
  planTotal: 987_652,
  price: 456_782,
  portfolioCents: 43_210_900,
  floorCost: 654_321,
  bestScore: 876_541,
} as const;

type Where = {
  readonly table: Table;
  readonly world: World;
  readonly round: Round;
  /** Austin's, and the review of it that is in, with its reviewer. */
  readonly applicationId: string;
  readonly submitted: { readonly reviewId: string; readonly by: Someone };
  /** A reviewer of the round to be given Austin's application and to give it back. */
  readonly declining: Someone;
  /** A reviewer of the round with a profile, without reviews. */
  readonly placed: Someone;
};

const call = (key: string) => ({ ...callAt(inDays(-8)), idempotencyKey: key });

/** Puts one secret of each kind beside Austin's application; Tacoma's waits in the same round. */
export const plantAround = async (where: Where) => {
  const { table, world, round, applicationId } = where;
  const { reviews, byStaff } = world;
  await flagBoth(where);
  const declined = await reviews.assign(byStaff, round.id, applicationId, where.declining.personId);
  const reason = plantedWords.declined;
  done(
    await reviews.act.declineReview(
      await world.actor(where.declining),
      { reviewId: declined, version: 1, reason },
      call('decline'),
    ),
  );
  const hidden = { applicationId, version: 0, path: 'everywhere', text: plantedWords.blackedOut };
  done(await reviews.act.hidePassage(byStaff, hidden, call('hide')));
  const waiting = await waitlisted(where);
  await nameUnwanted(where);
  await describePlaced(where);
  await prefer(table, world.cast.idle, round.id, applicationId);
  const planned = await plan(where, waiting);
  await portfolio(where);
  const words = { en: plantedWords.letter, ja: plantedWords.letter };
  const letter = { roundId: round.id, kind: 'award', version: 0, subject: words, body: words } as const;
  done(await reviews.decide.saveLetter(byStaff, letter, call('letter')));
  return { declined, waiting, ...planned, ...(await listed(where)) };
};

/** A mail that is being written to everyone listed, and an export that a colleague has asked for. */
const listed = async ({ table, world, round, applicationId }: Where) => {
  const by = byOf(world);
  const words = { subject: { en: 'About {title}', ja: '' }, body: { en: plantedWords.mailing, ja: '' } };
  const { mailing } = newMailing(
    { ...words, to: 'owners', id: randomUUID(), roundId: round.id, filter: {} },
    { by, at: inDays(-8) },
  );
  done(await mailingStore(table, { jobWrites }).save({ mailing, events: [] }));
  const [id, askedAt] = [randomUUID(), inDays(-8)];
  const job = askFor(
    { id: randomUUID(), kind: 'write-export', roundId: round.id, about: id },
    { by, at: askedAt },
  );
  const asked: Export = {
    ...{ id, version: 1, roundId: round.id, format: 'csv', language: 'en', applications: 1 },
    ...{ filter: { q: plantedWords.sought }, askedBy: by, askedAt: askedAt.toISOString(), jobId: job.job.id },
  };
  // Without its event the relay tells nobody: it stays as it is.
  const asking = { asked, applicationIds: [applicationId], job: { ...job, events: [] }, events: [] };
  done(await exportStore(table, { jobWrites }).ask(asking));
  return { mailingId: mailing.id, exportId: id };
};

const flagBoth = async ({ world, submitted: { reviewId, by } }: Where) => {
  const { act } = world.reviews;
  const reviewer = await world.actor(by);
  const raise = async (reason: string, key: string) =>
    done(await act.raiseFlag(reviewer, { reviewId, reason }, call(key))).id;
  const flagId = await raise('A file is missing', 'settled');
  const note = plantedWords.answer;
  done(await act.settleFlag(world.byStaff, { reviewId, flagId, version: 1, note }, call('settle')));
  await raise(plantedWords.flag, 'open');
};

/** Tacoma's application, on the waitlist. */
const waitlisted = async ({ world, round }: Where) => {
  const { applications, reviews, byStaff, sides, ownerOf, spare } = world;
  const at = whileOpen('closed');
  const id = await applications.submit(await ownerOf('tacoma'), sides.tacoma, round, at);
  await reviews.assign(byStaff, round.id, id, spare.personId);
  const proposal = { decision: 'waitlist', amountCents: 0, waitlistRank: 1 } as const;
  const input = { ...proposal, applicationId: id, version: 0, reason: plantedWords.waits };
  done(await reviews.decide.proposeDecision(byStaff, input, call('wait')));
  await reviews.certify(await world.actor(world.cast.staff), id);
  return id;
};

/** As the applicant has said it before the close. */
const nameUnwanted = async ({ table, world, round, applicationId }: Where) => {
  const people = [{ name: plantedWords.unwanted, email: '', affiliation: '', reason: plantedWords.named }];
  const at = whileOpen('closed').toISOString();
  const by = world.cast.owner.personId;
  const named = { applicationId, roundId: round.id, version: 1, at, by, people };
  done(await namedReviewersStore(table).save({ named, events: [] }));
};

/** A profile with a place that nobody finds, and what staff said of it for Austin's. */
const describePlaced = async ({ table, world, placed, applicationId }: Where) => {
  const act = conflictsUseCases({
    table,
    cursors: cursorsWith('set-up'),
    directory: openPartnerships(table),
  });
  const details = profileDetailsSchema.parse({
    nameJa: plantedWords.called,
    organisations: [{ name: plantedWords.belongs, from: 2012 }],
    placements: [{ text: plantedWords.place, role: 'ALT', from: 2009, to: 2012 }],
  });
  const person = await world.actor(placed);
  done(await act.savePersonProfile(person, { ...details, version: 0 }, call('profile')));
  const [facts, head] = await Promise.all([
    openInterests(table).ofPerson(person),
    applicationStore(table).find(applicationId),
  ]);
  const cause = head && findConflicts(facts, head)[0]?.cause;
  if (!cause) throw new Error('The place was found');
  const said = { outcome: 'none', reason: plantedWords.settled } as const;
  const input = { applicationId, personId: placed.personId, cause, version: 0, ...said };
  done(await act.settleConflict(world.byStaff, input, call('place')));
};

const prefer = async (table: Table, { personId }: Someone, roundId: string, applicationId: string) => {
  const savedAt = inDays(-9).toISOString();
  const most = plantedPreference;
  const choices = { [applicationId]: 'want' as const };
  const preferences = { personId, roundId, version: 1, savedAt, most, choices };
  done(await preferenceStore(table).save({ preferences, events: [] }));
};

const jobOf = async (
  { table, world, round }: Where,
  kind: 'plan-assignment' | 'plan-portfolio',
  about: string,
) => {
  const id = randomUUID();
  const asked = askFor({ id, kind, roundId: round.id, about }, { by: byOf(world), at: inDays(-8) });
  // Without its event the relay tells nobody: it stays as it is.
  await jobStore(table).save({ job: asked.job, events: [] });
  return id;
};
const byOf = ({ byStaff }: World): string => byStaff.personId;

/** Austin's given to the one who has submitted, Tacoma's to another, with a proof. */
const plan = async (where: Where, waiting: string) => {
  const { table, world, round, applicationId, submitted } = where;
  const id = randomUUID();
  const jobId = await jobOf(where, 'plan-assignment', id);
  const ids = [submitted.by.personId, world.cast.idle.personId];
  const shelf = aShelf(applicationId, ids, { planId: id });
  const other = aShelf(waiting, ids.toReversed(), { planId: id });
  const instead = { reviewerId: world.cast.idle.personId, cost: plantedFigures.instead };
  const rows = shelf.rows.map((row) => ({
    ...row,
    pairs: row.pairs.map((pair) => ({ ...pair, score: plantedFigures.pairScore, instead })),
  }));
  const whole = { ...shelf, rows: [...rows, ...other.rows], found: [...shelf.found, ...other.found] };
  const { planTotal: value, price } = plantedFigures;
  const prices = { weights: [], applicationPrices: [price, 0], reviewerPrices: [0, 0] };
  const plans = planStore(table, { jobWrites });
  const proof = { ...aProof(ids), bounds: [{ kind: 'total' as const, value, ceiling: value, ...prices }] };
  await plans.keep(id, 1, { shelves: [whole], proof });
  const { figures } = aPlan();
  if (!figures) throw new Error('The plan has no figures');
  const head = aPlan({
    ...{ id, version: 1, roundId: round.id, jobId },
    figures: { ...figures, total: value, bound: { total: value } },
  });
  done(await plans.save({ plan: head, events: [] }));
  return { planId: id, jobId };
};

const portfolio = async (where: Where) => {
  const { table, world, round, applicationId } = where;
  const jobId = await jobOf(where, 'plan-portfolio', round.id);
  const askedAt = inDays(-8).toISOString();
  const cents = plantedFigures.portfolioCents;
  done(
    await portfolioStore(table, { jobWrites }).save({
      portfolio: {
        ...{ roundId: round.id, version: 1, askedBy: byOf(world), askedAt, jobId },
        terms: {
          minimumShare: 100,
          floors: [{ kind: 'first-time', value: '', measure: 'awards', least: 1 }],
          overrides: [{ applicationId, choice: 'in', amountCents: cents, reason: plantedWords.override }],
        },
        plan: {
          status: 'optimal',
          awards: [{ applicationId, amountCents: cents }],
          ...{ score: plantedFigures.bestScore, scale: 1, candidates: 2, plannedAt: askedAt },
          floors: [{ reached: 1, cost: plantedFigures.floorCost }],
        },
      },
      events: [],
    }),
  );
};
