import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Answer,
  type Ask,
  endpointOf,
  type OperationId,
  operationIds,
  requestFor,
  type Sent,
} from '../../support/api-client.ts';
import { faultBehind, type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { alteredAssembly, streamMapping } from '../template/altered-assembly.ts';
import { accessMatrix, roles } from './access-matrix.ts';
import { misshaped, wellShaped } from './fuzz/arbitrary-body.ts';
import { knownValues } from './fuzz/known-values.ts';
import { badAddresses, badBodies, badHeaders, badQueries } from './fuzz/malformed.ts';
import { faultOf } from './fuzz/problem.ts';
import { commitCounter, differences, type TableState, tableState } from './fuzz/table-state.ts';
import { type AllProbes, probesOn } from './probes/probes.ts';
import { seedWorld, type World } from './world.ts';

const seed = 20270104;
const runs = { wellShaped: 16, misshaped: 8 };

let assembly: string;
let site: SeededPlatform;
let world: World;
let probes: AllProbes;
let commits: ReturnType<typeof commitCounter>;
beforeAll(async () => {
  // Nothing follows an event here: what is written between two looks at the table, the request has written.
  assembly = await alteredAssembly((resources) => {
    delete resources[streamMapping(resources).id];
  });
  site = await startSeededPlatform({ assembly });
  world = await seedWorld(site);
  probes = probesOn(site, world);
  commits = commitCounter(site.platform.dataFolder);
});
afterAll(async () => {
  commits?.close();
  await site?.platform.discard();
  if (assembly) await rm(assembly, { recursive: true });
});

/** Someone whom the matrix lets in, and a resource of theirs. */
const entryTo = async (operation: OperationId): Promise<{ ask: Ask; token: string | undefined }> => {
  for (const [row, statuses] of Object.entries(accessMatrix[operation])) {
    const at = statuses.findIndex((status) => status < 300);
    const role = roles[at];
    if (!role) continue;
    const someone = role === 'nobody' ? undefined : world.cast[role];
    return { ask: (await probes[operation][row]?.(someone)) ?? {}, token: someone?.token };
  }
  throw new Error(`The matrix lets nobody in to ${operation}`);
};

let state: { readonly commits: number; readonly table: TableState } | undefined;
const look = async () => ({
  commits: commits.now(),
  table: await tableState(site.platform.database, site.table.table),
});
/** Sends it and says what is wrong with the answer, or with what a refusal has left behind. */
const tryOut = async (sent: Sent): Promise<{ answer: Answer; fault: string | undefined }> => {
  const before = state ?? (await look());
  const answer = await site.api.send(sent);
  state = commits.now() === before.commits ? before : await look();
  const left = answer.status >= 400 ? differences(before.table, state.table) : [];
  const fault = answer.status >= 500 ? await faultBehind(site, answer) : faultOf(answer);
  return { answer, fault: left.length > 0 ? `was refused and has written ${left.slice(0, 4)}` : fault };
};

const hasFields = (operation: OperationId) => Object.keys(endpointOf(operation).body.shape).length > 0;
const shares: { operation: string; tried: number; fitting: number }[] = [];

describe('a generated body is taken, or refused with a reason and nothing written', () => {
  test.each(operationIds.filter(hasFields))('%s', async (operation) => {
    state = undefined;
    const { body } = endpointOf(operation);
    const known = knownValues(world);
    const { ask, token } = await entryTo(operation);
    let { version } = ask;
    const bodies = [
      ...fc.sample(wellShaped(body, known), { seed, numRuns: runs.wellShaped }),
      ...fc.sample(misshaped(body, known), { seed, numRuns: runs.misshaped }),
    ];
    const faults: string[] = [];
    for (const one of bodies) {
      const asked = { ...ask, body: one, ...(version !== undefined && { version }) };
      const { answer, fault } = await tryOut(requestFor(operation, asked, token));
      if (fault) faults.push(`${JSON.stringify(one)?.slice(0, 400)} ${fault}`);
      // What was written has a new version, and the next body is to get as far.
      if (answer.status < 300 && typeof answer.json?.version === 'number') version = answer.json.version;
    }
    const fitting = bodies.filter((one) => body.safeParse(one).success).length;
    shares.push({ operation, tried: bodies.length, fitting });
    expect(faults).toEqual([]);
  });

  test('at least half of the bodies had the shape that the contract asks for', () => {
    const sum = (of: 'tried' | 'fitting') => shares.reduce((total, one) => total + one[of], 0);
    const share = sum('fitting') / sum('tried');
    const low = shares
      .filter(({ tried, fitting }) => fitting / tried < 0.5)
      .map(({ operation }) => operation);
    console.log(
      `${sum('fitting')} of ${sum('tried')} bodies (${Math.round(share * 100)} %) had the contract's shape${low.length > 0 ? `; under half: ${low.join(', ')}` : ''}`,
    );
    expect(share).toBeGreaterThanOrEqual(0.5);
  });
});

describe('a malformed request is refused with a reason and nothing written', () => {
  test.each(operationIds)('%s', async (operation) => {
    state = undefined;
    const { path } = endpointOf(operation);
    const { ask, token } = await entryTo(operation);
    const honest = requestFor(operation, ask, token);
    const faults: string[] = [];
    const addresses = badAddresses(honest, path);
    for (const { why, ...sent } of [
      ...badBodies(honest),
      ...addresses,
      ...badQueries(honest),
      ...badHeaders(honest),
    ]) {
      const { answer, fault } = await tryOut(sent);
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

describe('a body that cannot be read is refused by name', () => {
  test.each([
    ['cut short', 400],
    ['an array', 400],
    ['nested a hundred thousand deep', 400],
    ['one megabyte', 413],
    ['no UTF-8', 400],
    ['typed text/plain', 415],
    ['an unknown field', 400],
  ])('%s: %i', async (why, status) => {
    const { ask, token } = await entryTo('createOrganisation');
    const sent = badBodies(requestFor('createOrganisation', ask, token)).find((one) => one.why === why);
    const answer = sent && (await site.api.send(sent));
    expect(answer?.status).toBe(status);
    expect(answer?.headers.get('content-type')).toBe('application/problem+json');
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
