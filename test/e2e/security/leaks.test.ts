import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpointOf, operationIds } from '../../support/api-client.ts';
import type { Someone } from '../../support/seeded/people.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { addressOf, type SiteRoute, siteRoutes } from '../../support/site-routes.ts';
import type { Visitor } from '../../support/visitor.ts';
import { awarded, type Committee, seatCommittee, words } from './committee.ts';

/** What somebody might hunt for, by how it reads on a page or in an answer of the API. */
const secrets: Readonly<Record<string, RegExp>> = {
  comment: new RegExp(words.comment),
  note: new RegExp(words.note),
  feedback: new RegExp(words.feedback),
  // 2 × 60 % and 4 × 40 %: the mean of the one review that is in.
  mean: /\b2\.80?\b/,
  decision: new RegExp(`${words.reason}|${awarded.written}|${awarded.cents}`),
  draft: new RegExp(words.draft),
  conflict: new RegExp(words.conflict),
  aside: new RegExp(words.aside),
  'someone stepped aside': /staff-conflict-declared/,
  text: /Eight people of both trades/,
  'a delegate': /Adult One/,
  'an address': /official@city\.example|kokusai@city\.example/,
  'another reviewer': /spare-reviewer@people\.example/,
};

type Who = 'nobody' | keyof Committee['people'];
/** Before the announcement, by hand from what the program promises. Whoever is not named here finds nothing at all. */
const mayKnow: Readonly<Partial<Record<Who, readonly string[]>>> = {
  viewer: ['text', 'a delegate', 'an address'],
  editor: ['text', 'a delegate', 'an address'],
  owner: ['text', 'a delegate', 'an address'],
  // Cleared, and their own review not in yet.
  reviewer: ['draft', 'text', 'a delegate'],
  conflicted: ['conflict'],
  staff: ['comment', 'note', 'feedback', 'mean', 'decision', 'conflict', 'text', 'another reviewer'],
  // Staff who still have to review it themselves see nobody's scores either.
  both: ['decision', 'conflict', 'text', 'a delegate', 'another reviewer'],
  // Staff who stepped aside from Austin's still run the round.
  recused: ['another reviewer'],
  spare: ['comment', 'note', 'feedback', 'mean', 'text', 'a delegate', 'another reviewer'],
};

let site: SeededPlatform;
let committee: Committee;
const visitors = new Map<string, Visitor>();
const pages = siteRoutes().filter(({ method }) => method === 'GET');

beforeAll(async () => {
  site = await startSeededPlatform();
  committee = await seatCommittee(site);
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
  const { round, application, reviewOf, sides } = committee;
  const of = {
    round: round.id,
    application,
    organisation: sides.austin.id,
    partnership: sides.austin.partnershipId,
    other: randomUUID(),
  };
  const reviews = route.path.startsWith('/reviews/') ? Object.values(reviewOf) : [reviewOf.spare];
  return reviews.map((review) => addressOf(route, { ...of, review }));
};

const readPages = async (who: Who): Promise<readonly string[]> => {
  const visitor = await visit(who);
  const texts: string[] = [];
  for (const address of pages.filter(({ path }) => !path.startsWith('/sign-in')).flatMap(addressesOf)) {
    const { status, text } = await visitor.get(address);
    if (status >= 500) throw new Error(`${who} got ${status} at ${address}`);
    texts.push(text);
  }
  return texts;
};

const readApi = async (someone: Someone | undefined): Promise<readonly string[]> => {
  const { round, application, reviewOf, sides } = committee;
  const texts: string[] = [];
  for (const operation of operationIds.filter((one) => endpointOf(one).method === 'GET'))
    for (const reviewId of Object.values(reviewOf)) {
      const { path } = endpointOf(operation);
      const params = {
        roundId: round.id,
        applicationId: application,
        reviewId,
        organisationId: sides.austin.id,
        partnershipId: sides.austin.partnershipId,
        attachmentId: randomUUID(),
        questionId: randomUUID(),
      };
      if (!path.includes('{reviewId}') && reviewId !== reviewOf.spare) continue;
      const { status, text } = await site.api.call(operation, { params }, someone?.token);
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
  ...(['nobody', 'newcomer', 'stranger', 'former', 'viewer', 'editor', 'owner'] as const),
  ...(['undeclared', 'reviewer', 'conflicted', 'idle', 'elsewhere', 'spare'] as const),
  ...(['both', 'recused', 'staff'] as const),
])('before the announcement %s finds what they may know of an application, and nothing else', async (who) => {
  const known = await findings(who);
  const { former, member } = committee;
  expect([former, member]).toBeDefined();
  expect(known.toSorted()).toEqual([...(mayKnow[who] ?? [])].toSorted());
});
