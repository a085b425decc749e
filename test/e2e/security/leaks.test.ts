import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, endpointOf, type OperationId, operationIds } from '../../support/api-client.ts';
import { callAt, done } from '../../support/seeded/clock.ts';
import type { Someone } from '../../support/seeded/people.ts';
import { assessment } from '../../support/seeded/reviews.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { siteOn } from '../../support/site-on-table.ts';
import { addressOf, type SiteRoute, siteRoutes } from '../../support/site-routes.ts';
import type { Visitor } from '../../support/visitor.ts';
import { awarded, type Committee, seatCommittee, words } from './committee.ts';
import { plantedFigures, plantedPreference, plantedWords } from './planted.ts';
import { twinWords } from './twins.ts';

/** A figure as data, as a page writes it, and as an amount of money where it is cents. */
const figure = (value: number): RegExp => {
  const grouped = value.toLocaleString('en');
  const money = (value / 100).toLocaleString('en', { minimumFractionDigits: 2 });
  return new RegExp(`(?<![\\d,.-])(${value}|${grouped}|${money.replace('.', '\\.')})(?![\\d-])`);
};
const entries = <K extends string, V, W>(of: Readonly<Record<K, V>>, make: (value: V) => W) =>
  Object.fromEntries(Object.entries<V>(of).map(([name, value]) => [name, make(value)]));

/** What somebody might hunt for, by how it reads on a page or in an answer of the API. */
const secrets: Readonly<Record<string, RegExp>> = {
  title: new RegExp(words.title),
  comment: new RegExp(words.comment),
  note: new RegExp(words.note),
  feedback: new RegExp(words.feedback),
  // 2 × 60 % and 4 × 40 %: the mean of the one review that is in.
  mean: /\b2\.80?\b/,
  reason: new RegExp(words.reason),
  amount: new RegExp(`${awarded.written}|${awarded.cents}`),
  draft: new RegExp(words.draft),
  conflict: new RegExp(words.conflict),
  aside: new RegExp(words.aside),
  post: new RegExp(words.post),
  minutes: new RegExp(words.minutes),
  revised: new RegExp(words.revised),
  'someone stepped aside': /staff-conflict-declared/,
  text: /Eight people of both trades/,
  'a delegate': /Adult One/,
  'an address': /official@city\.example|kokusai@city\.example/,
  'another reviewer': /spare-reviewer@people\.example/,
  'a recipient': /owner@people\.example/,
  ...entries({ ...plantedWords, ...twinWords }, (text) => new RegExp(text)),
  ...entries(plantedFigures, figure),
  // Of three digits: only where it stands for itself.
  most: new RegExp(`"most":${plantedPreference}\\b|value="${plantedPreference}"`),
};

type Who = 'nobody' | keyof Committee['people'];
/** What the applicant has written, their own. */
const ownWords = [
  'title',
  'text',
  'a delegate',
  'an address',
  'blackedOut',
  'named',
  'unwanted',
  'a recipient',
];
/** Words of reviews and of their discussion. */
const ofReviews = ['comment', 'note', 'feedback', 'mean', 'post', 'minutes', 'revised', 'remark'];
/** What was made of it by its scores. */
const ofDecision = ['reason', 'amount'];
/** What weighs Austin's by its scores. */
const ofPortfolio = ['override', 'portfolioCents', 'floorCost', 'bestScore'];
const ofPlan = ['pairScore', 'instead', 'planTotal', 'price'];
/** What else staff know of Austin's. */
const ofOffice = [
  ...['conflict', 'someone stepped aside', 'title', 'text', 'blackedOut', 'a recipient'],
  ...['named', 'unwanted', 'settled', ...ofPlan],
];
/** What its reviewers told staff in their own words. */
const ofReviewers = ['flag', 'answer', 'declined'];
/** What staff know of the round, its reviewers and of Tacoma's. */
const ofRound = ['another reviewer', 'letter', 'waits', 'place', 'mailing'];

/** What staff see of others in lists: of a second application for a partnership, and of one that came on paper. */
const ofTwins = ['twin title', 'paper title', 'paper applicant'];

/** Before the announcement, by hand from what the program promises. Whoever is not named here finds nothing at all. */
const mayKnow: Readonly<Partial<Record<Who, readonly string[]>>> = {
  viewer: ownWords,
  // Who applies for the same partnership reads their own, and nothing of Austin's or of the paper.
  rival: ['twin title'],
  owner: ownWords,
  // Cleared, and their own review not in yet.
  reviewer: ['draft', 'title', 'text', 'a delegate'],
  conflicted: ['conflict'],
  // What they said of themselves.
  idle: ['most'],
  declining: ['declined'],
  placed: ['belongs', 'place', 'called'],
  staff: [...ofReviews, ...ofPortfolio, ...ofDecision, ...ofOffice, ...ofReviewers, ...ofRound, ...ofTwins],
  // Staff who still have to review it themselves see nobody's scores or words either, nor what is chosen by them.
  both: [...ofOffice, ...ofRound, ...ofTwins, 'a delegate'],
  // Staff who stepped aside from Austin's still run the round, and find their own reason in the file of their own data.
  recused: [...ofRound, ...ofTwins, 'aside'],
  spare: [
    ...['comment', 'note', 'feedback', 'mean', 'title', 'text', 'a delegate', 'another reviewer'],
    ...['post', 'minutes', 'revised', 'flag', 'answer'],
  ],
};

let site: SeededPlatform;
let committee: Committee;
let here: ReturnType<typeof siteOn>;
const visitors = new Map<string, Visitor>();
/** What the letters say to whom, of everyone who finds something in one; to whom it goes stands on the envelope. */
const toldByMail = async () => {
  await site.platform.settled();
  const letters = await site.platform.letters();
  const told = Object.entries(committee.people).map(([who, { email }]) => {
    const theirs = letters.filter(({ destination }) => destination.to.includes(email));
    return [
      who,
      found(theirs.map(({ subject, body }) => JSON.stringify([subject, body]))).toSorted(),
    ] as const;
  });
  return Object.fromEntries(told.filter(([, secrets]) => secrets.length > 0));
};

/** Every page that is read by GET. */
const pages = siteRoutes().filter(({ method }) => method === 'GET');

beforeAll(async () => {
  site = await startSeededPlatform();
  committee = await seatCommittee(site);
  here = siteOn(site.table);
  // Their sessions are open already when the roles are taken away.
  await Promise.all((['former', 'relieved', 'dismissed'] as const).map(visit));
  await committee.revoke();
});
afterAll(() => site?.platform.discard());

const visit = async (who: Who): Promise<Visitor> => {
  const known = visitors.get(who);
  const someone = who === 'nobody' ? undefined : committee.people[who];
  const visitor = known ?? (someone ? await site.platform.signIn(someone.email) : site.platform.visitor());
  visitors.set(who, visitor);
  return visitor;
};

/** A page once for each review where it is about one: strangers try their own and everybody's. */
const addressesOf = (route: SiteRoute): readonly string[] => {
  const { round, applicationId, reviewOf, planId, mailingId, exportId, sides } = committee;
  const of = {
    round: round.id,
    application: applicationId,
    organisation: sides.austin.id,
    partnership: sides.austin.partnershipId,
    other: planId,
    mailing: mailingId,
    export: exportId,
  };
  const reviews = route.path.startsWith('/reviews/') ? Object.values(reviewOf) : [reviewOf.spare];
  const move = `?application=${applicationId}&from=${committee.people.spare.personId}`;
  const query = route.path.endsWith('/move') ? move : '';
  const addresses = reviews.map((review) => addressOf(route, { ...of, review }) + query);
  // The file of reviews in both of its kinds.
  return addresses.flatMap((one) =>
    one.includes('/export/reviews-') ? [one, one.replace('.json', '.csv')] : one,
  );
};

/** By the site in this very process on the platform's table: a thousand pages in seconds. */
const readPages = async (who: Who): Promise<readonly string[]> => {
  const as = who === 'nobody' ? undefined : await here.actorOf(committee.people[who].personId);
  const addresses = pages.filter(({ path }) => !/^\/(sign-in|auth)/.test(path)).flatMap(addressesOf);
  return Promise.all(
    addresses.map(async (address) => {
      const { status, text } = await here.ask(address, { as, at: new Date() });
      if (status >= 500) throw new Error(`${status} at ${address}`);
      return text;
    }),
  );
};

const readApi = async (someone: Someone | undefined): Promise<readonly string[]> => {
  const { round, applicationId, reviewOf, planId, jobId, mailingId, exportId, sides } = committee;
  const params = {
    ...{ roundId: round.id, applicationId, organisationId: sides.austin.id },
    ...{ partnershipId: sides.austin.partnershipId, attachmentId: randomUUID(), questionId: randomUUID() },
    ...{ planId, jobId, mailingId, exportId, fromId: applicationId },
  };
  // What must be said for an answer at all.
  const queries: Readonly<Partial<Record<OperationId, Ask['query']>>> = {
    weighMoves: { applicationId, from: committee.people.spare.personId },
    searchMunicipalities: { text: 'Oita' },
  };
  const calls = operationIds
    .filter((operation) => endpointOf(operation).method === 'GET')
    .flatMap((operation) =>
      endpointOf(operation).path.includes('{reviewId}')
        ? Object.values(reviewOf).map((reviewId) => ({ operation, params: { ...params, reviewId } }))
        : [{ operation, params }],
    )
    .map((call) => ({ ...call, query: queries[call.operation] ?? {} }));
  const texts: string[] = [];
  // One after the other: each call at the same time would load its function once more.
  for (const { operation, ...ask } of calls) {
    const { status, text } = await site.api.call(operation, ask, someone?.token);
    if (status >= 500) throw new Error(`${operation} answered ${status}`);
    texts.push(text);
  }
  return texts;
};

const found = (texts: readonly string[]) =>
  Object.keys(secrets).filter((name) => texts.some((text) => secrets[name]?.test(text)));

/** What they find on every page and at every endpoint that is read by GET. */
const findings = async (who: Who) => {
  const someone = who === 'nobody' ? undefined : committee.people[who];
  return found([...(await readPages(who)), ...(await readApi(someone))]);
};

test.each([
  ...(['nobody', 'stranger', 'former', 'viewer', 'owner', 'rival'] as const),
  ...(['undeclared', 'reviewer', 'conflicted', 'idle', 'relieved', 'spare', 'declining', 'placed'] as const),
  ...(['both', 'recused', 'dismissed', 'staff'] as const),
])('before the announcement %s finds what they may know of an application, and nothing else', async (who) => {
  const known = await findings(who);
  expect(known.toSorted()).toEqual([...(mayKnow[who] ?? [])].toSorted());
});

test('the files of a round are among what was read, and hold the reviews for staff', async () => {
  const route = pages.find(({ path }) => path.includes('/export/:file'));
  if (!route) throw new Error('No page is the file of reviews');
  const addresses = addressesOf(route);
  expect(addresses).toHaveLength(2);
  const as = await here.actorOf(committee.people.staff.personId);
  for (const address of addresses) {
    const { status, text } = await here.ask(address, { as, at: new Date() });
    expect([status, found([text]).includes('comment')], address).toEqual([200, true]);
  }
});

test('before the announcement no letter tells anybody more than its reader may know', async () => {
  // The receipts.
  expect(await toldByMail()).toEqual({ owner: ['title'], rival: ['twin title'] });
});

test('a role that was taken away opens nothing, though the session stays open', async () => {
  const { applicationId, reviewOf } = committee;
  for (const [who, path] of [
    ['former', `/applications/${applicationId}`],
    ['relieved', `/reviews/${reviewOf.relieved}`],
    ['dismissed', '/staff'],
  ] as const) {
    const visitor = await visit(who);
    expect((await visitor.get('/account')).status, who).toBe(200);
    expect((await visitor.get(path)).status, who).toBe(404);
  }
});

test('once their own is in, a reviewer reads the others and nothing of the decision', async () => {
  const { actor, people, reviewOf, reviews } = committee;
  const input = { reviewId: reviewOf.reviewer, version: 2, assessment: { ...assessment } };
  done(await reviews.act.submitReview(await actor(people.reviewer), input, callAt(new Date())));
  const known = ['comment', 'note', 'feedback', 'mean', 'title', 'text', 'a delegate', 'post', 'minutes'];
  expect((await findings('reviewer')).toSorted()).toEqual(known.toSorted());
});

test('a conflict that staff declared as a reviewer outlives their time as one', async () => {
  const { actor, people, reviewOf, reviews, round, applicationId } = committee;
  const said = { reviewId: reviewOf.both, version: 2, reason: 'A cousin' };
  done(await reviews.act.declareConflict(await actor(people.both), said, callAt(new Date())));
  const both = await visit('both');
  const form = { act: 'revoke-role', id: people.both.personId };
  expect((await both.post(`/staff/people?round=${round.id}`, form)).status).toBe(200);
  expect((await both.get(`/reviews/${reviewOf.both}`)).status).toBe(404);
  expect((await both.get(`/staff/applications/${applicationId}`)).status).toBe(404);
  const known = await findings('both');
  const ofAustin = [...ofReviews, ...ofPortfolio, ...ofOffice, ...ofReviewers].filter(
    (secret) => secret !== 'conflict',
  );
  expect(known.filter((secret) => ofAustin.includes(secret))).toEqual([]);
});

test('after the announcement the applicant reads amount and remarks, and nothing of scores, reasons or names', async () => {
  await committee.announce();
  const theirs = [...ownWords, 'comment', 'feedback', 'amount'];
  expect((await findings('owner')).toSorted()).toEqual(theirs.toSorted());
  // An announced award is a public fact.
  for (const who of ['stranger', 'conflicted', 'former', 'rival'] as const)
    expect((await findings(who)).toSorted(), who).toEqual(
      ['amount', 'title', ...(mayKnow[who] ?? [])].toSorted(),
    );
});

test('once released, the outcome is in the letter of its own applicant and in nobody else’s', async () => {
  const params = { roundId: committee.round.id };
  const released = await site.api.call('releaseLetters', { params }, committee.people.staff.token);
  expect(released.json.released).toBeGreaterThan(0);
  expect(await toldByMail()).toEqual({ owner: ['letter', 'title'], rival: ['twin title'] });
});

test('neither letters nor logs hold what the committee wrote, and no log holds an address or a link’s token', async () => {
  await site.platform.settled();
  const letters = JSON.stringify(await site.platform.letters());
  // Whom a letter goes to stands on it: the official, and each reviewer who is told that the discussion is open.
  // What the committee writes to its applicants is in theirs: the outcome, and the round's own words.
  const addressed = [
    'title',
    'an address',
    'another reviewer',
    'a recipient',
    'amount',
    'letter',
    'twin title',
  ];
  expect(found([letters]).filter((secret) => !addressed.includes(secret))).toEqual([]);
  const folder = join(site.platform.dataFolder, 'logs');
  const logs = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  expect(logs.join('\n')).toContain('"page":"/reviews/:id"');
  expect(found(logs)).toEqual([]);
  expect(logs.join('\n')).not.toMatch(/@[a-z]+\.example/);
});
