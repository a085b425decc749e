import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sectionIds } from '../../../shared/applications/application.ts';
import { formOf } from '../../../shared/applications/sections/forms.ts';
import { endpointOf, operationIds, requestFor } from '../../support/api-client.ts';
import { completeSections } from '../../support/seeded/complete-sections.ts';
import { mended, misshaped, wellShaped } from './fuzz/arbitrary-body.ts';
import { badAddresses, badBodies, badHeaders, badQueries, badVersionsAndKeys } from './fuzz/malformed.ts';
import { type QuietPlatform, quietPlatform } from './fuzz/quiet-platform.ts';
import { differences } from './fuzz/table-state.ts';
import { hasFields, tryBodies } from './fuzz/try-bodies.ts';

const seed = 20270104;
const runs = { wellShaped: 16, misshaped: 8 };

let platform: QuietPlatform;
let site: QuietPlatform['site'];
let world: QuietPlatform['world'];
let trying: QuietPlatform['trying'];
beforeAll(async () => {
  platform = await quietPlatform();
  ({ site, world, trying } = platform);
});
afterAll(() => platform?.discard());

const shares: { operation: string; tried: number; fitting: number }[] = [];

describe('a generated body is taken, or refused with a reason and nothing written', () => {
  test.each(operationIds.filter(hasFields))('%s', async (operation) => {
    const { tried, fitting, faults } = await tryBodies(platform, operation, { seed, how: 'tryOut', ...runs });
    shares.push({ operation, tried, fitting });
    expect(faults).toEqual([]);
  });

  test.each(sectionIds)('saveSection, %s', async (sectionId) => {
    const { ask, token } = await trying.entryTo('saveSection');
    const { draftSchema } = formOf(sectionId, world.openRound);
    const datas = [
      ...fc
        .sample(wellShaped(draftSchema), { seed, numRuns: runs.misshaped })
        .map((one) => mended(draftSchema, one, completeSections('Bread and clay')[sectionId])),
      ...fc.sample(misshaped(draftSchema), { seed, numRuns: runs.misshaped / 2 }),
    ];
    const faults: string[] = [];
    let version = 0;
    for (const data of datas) {
      const asked = { params: { ...ask.params, sectionId }, version, body: { data } };
      const { answer, fault } = await trying.tryOut('saveSection', asked, token);
      if (fault) faults.push(`${JSON.stringify(data)?.slice(0, 400)} ${fault}`);
      if (answer.status < 300) version = answer.json.version;
    }
    const fitting = datas.filter((data) => draftSchema.safeParse(data).success).length;
    shares.push({ operation: `saveSection, ${sectionId}`, tried: datas.length, fitting });
    expect(faults).toEqual([]);
  });

  test('at least half of the bodies to each had the shape that the contract asks for', () => {
    expect(shares.filter(({ tried, fitting }) => fitting * 2 < tried)).toEqual([]);
  });
});

describe('a malformed request is refused with a reason and nothing written', () => {
  test.each(operationIds)('%s', async (operation) => {
    const endpoint = endpointOf(operation);
    const { ask, token } = await trying.entryTo(operation);
    const honest = requestFor(operation, ask, token);
    const faults: string[] = [];
    const requests = [
      ...badBodies(honest),
      ...badVersionsAndKeys(honest, endpoint),
      ...badAddresses(honest, endpoint.path),
      ...badQueries(honest),
    ];
    for (const { why, ...sent } of requests) {
      const { answer, fault } = await trying.trySent(sent);
      // An address that fits no route is the site's to answer: a page that says so.
      const isPage =
        sent.path !== honest.path &&
        answer.status === 404 &&
        /html/.test(answer.headers.get('content-type') ?? '');
      if (fault && !isPage) faults.push(`${why}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});

test('headers nobody sends change nothing for the worse', async () => {
  for (const operation of ['viewAccount', 'listOpenRounds', 'createOrganisation'] as const) {
    const { ask, token } = await trying.entryTo(operation);
    for (const { why, ...sent } of badHeaders(requestFor(operation, ask, token))) {
      const { fault } = await trying.trySent(sent);
      expect(fault, `${operation} with ${why}`).toBeUndefined();
    }
  }
});

test('a single write is seen, by the count of commits and by its key', async () => {
  const before = await trying.look();
  await site.people.join('somebody-new');
  const after = await trying.look();
  expect(after.commits).not.toBe(before.commits);
  const written = differences(before.table, after.table).map((key) => key.split('#')[0]);
  expect(new Set(written)).toEqual(new Set(['person', 'address', 'identity']));
  expect(differences(after.table, (await trying.look()).table)).toEqual([]);
});

describe('a body that cannot be read is refused by name', () => {
  test.each([
    ['cut short', 400, 'unreadable-body'],
    ['an array', 400, 'invalid-input'],
    ['nested a hundred thousand deep', 400, 'unreadable-body'],
    ['one megabyte', 413, 'body-too-large'],
    ['no UTF-8', 400, 'unreadable-body'],
    ['typed text/plain', 415, 'body-not-json'],
    ['an unknown field', 400, 'invalid-input'],
  ])('%s: %i %s', async (why, status, kind) => {
    const { ask, token } = await trying.entryTo('createOrganisation');
    const sent = badBodies(requestFor('createOrganisation', ask, token)).find((one) => one.why === why);
    const answer = sent && (await site.api.send(sent));
    expect(answer?.json).toMatchObject({ status, type: `/problems/${kind}` });
  });

  test('each wrong field by its pointer', async () => {
    const { token } = world.cast.newcomer;
    const body = { legalName: '', kind: 'club', surprise: 1 };
    const { json } = await site.api.call('createOrganisation', { body }, token);
    expect(json).toMatchObject({ type: '/problems/invalid-input', status: 400 });
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/kind',
      '/legalName',
      '/surprise',
    ]);
  });
});
