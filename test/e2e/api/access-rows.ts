import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Area, contracts } from '../../../shared/contracts.ts';
import { type Ask, endpointOf, type OperationId, operationIds } from '../../support/api-client.ts';
import { faultBehind, type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { accessMatrix, type RoleName, roles } from './access-matrix.ts';
import { type AllProbes, probesOn } from './probes/probes.ts';
import { seedWorld, type World } from './world.ts';

type Part = 'people' | 'applications' | 'committee' | 'decisions';

/** The file that holds an area's rows: each on a platform of its own, so that none of them takes many minutes. */
const partOf: Readonly<Record<Area, Part>> = {
  platform: 'people',
  accounts: 'people',
  alumni: 'people',
  partnerships: 'people',
  programs: 'people',
  applications: 'applications',
  attachments: 'applications',
  drafting: 'applications',
  endorsements: 'applications',
  sent: 'applications',
  assignment: 'committee',
  conflicts: 'committee',
  discussions: 'committee',
  ranking: 'committee',
  reviews: 'committee',
  awards: 'decisions',
  chapters: 'people',
  complaints: 'decisions',
  introductions: 'people',
  jobs: 'decisions',
  matches: 'people',
  messages: 'decisions',
  roster: 'decisions',
};
const areaOf = (operation: OperationId) =>
  (Object.keys(contracts) as Area[]).find((area) => operation in contracts[area]); // Its keys are the areas.

const isPermitted = ({ status }: { status: number }) => status < 300;

/** Asks for every row of a part's areas by every role. */
export const describeRowsOf = (part: Part) => {
  let site: SeededPlatform;
  let world: World;
  let probes: AllProbes;
  beforeAll(async () => {
    site = await startSeededPlatform();
    world = await seedWorld(site);
    probes = probesOn(site, world);
  });
  afterAll(() => site?.platform.discard());

  test('every row has a real resource to be run against, and nothing else has', () => {
    const rowsOf = (all: Readonly<Record<string, object>>) =>
      Object.entries(all).flatMap(([operation, rows]) =>
        Object.keys(rows).map((row) => `${operation}: ${row}`),
      );
    expect(rowsOf(probes).sort()).toEqual(rowsOf(accessMatrix).sort());
  });

  describe('who gets which answer', () => {
    const operations = operationIds.filter((operation) => {
      const area = areaOf(operation);
      return area && partOf[area] === part;
    });
    const rows = operations.flatMap((operation) =>
      Object.entries(accessMatrix[operation] ?? {}).map(([row, expected]) => ({ operation, row, expected })),
    );
    test.each(rows)('$operation, $row', async ({ operation, row, expected }) => {
      const probe = probes[operation]?.[row];
      if (!probe) throw new Error('The row has no resource');
      const changes = endpointOf(operation).method !== 'GET' && !operation.startsWith('view');
      const isTheirs = /one’s own|oneself/.test(row);
      const expectedOf = roles.map((role, at) => ({ role, status: expected[at] ?? 0 }));
      const answers: Record<string, number> = {};
      const ask = async (role: RoleName, given: Ask) => {
        const token = role === 'nobody' ? undefined : world.cast[role].token;
        const answer = await site.api.call(operation, given, token);
        if (answer.status >= 500) throw new Error(await faultBehind(site, answer));
        answers[role] = answer.status;
      };
      const probeAs = (role: RoleName) => probe(role === 'nobody' ? undefined : world.cast[role]);

      // Refusals change nothing, so they share a resource with the first who may; each other write has a fresh one.
      const shared = await probe(undefined);
      const [may, mayNot] = [expectedOf.filter(isPermitted), expectedOf.filter((one) => !isPermitted(one))];
      // One after the other: each call at the same time would load the function once more.
      for (const { role } of mayNot) await ask(role, isTheirs ? await probeAs(role) : shared);
      for (const [at, { role }] of may.entries())
        await ask(role, isTheirs || (changes && at > 0) ? await probeAs(role) : shared);
      expect(answers).toEqual(Object.fromEntries(expectedOf.map(({ role, status }) => [role, status])));
    });
  });
};
