import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { alteredAssembly, ownAssembly, type Resources, streamMapping, theOne } from './altered-assembly.ts';
import { checks } from './checks.ts';

let running: SeededPlatform | undefined;
let altered: string | undefined;

const runOn = async (assembly: string) => {
  running = await startSeededPlatform({ assembly });
  const staff = await running.people.join('staff', { kind: 'staff', programId: leadingAsia });
  return { ...running, staff };
};

afterEach(async () => {
  await running?.platform.discard();
  if (altered) await rm(altered, { recursive: true });
  [running, altered] = [undefined, undefined];
});

/** A logical id is the construct's name without its dashes, and eight digits of a hash. */
const functionNamed = (name: string) => (_properties: unknown, logicalId: string) =>
  logicalId.slice(0, -8) === name.replaceAll('-', '');
const withoutVariable = (name: string, variable: string) => (resources: Resources) => {
  const { properties } = theOne(resources, 'AWS::Lambda::Function', functionNamed(name));
  delete properties.Environment.Variables[variable];
};

/** One thing taken out of the template, and the check that must then fail. */
const removals: readonly {
  readonly what: string;
  readonly check: keyof typeof checks;
  readonly change: (resources: Resources) => void;
}[] = [
  {
    what: 'the route GET /api/v1/rounds',
    check: 'published rounds are listed',
    change: (resources) => {
      const route = theOne(
        resources,
        'AWS::ApiGatewayV2::Route',
        ({ RouteKey }) => RouteKey === 'GET /api/v1/rounds',
      );
      delete resources[route.id];
    },
  },
  {
    what: 'the variable SEAL_KEY of the programs’ function',
    check: 'published rounds are listed',
    change: withoutVariable('api-programs', 'SEAL_KEY'),
  },
  {
    what: 'the variable PUBLIC_ORIGIN of the pages’ function',
    check: 'the first page is shown',
    change: withoutVariable('web', 'PUBLIC_ORIGIN'),
  },
  {
    what: 'the index of lists',
    check: 'published rounds are listed',
    change: (resources) => {
      const { properties } = theOne(resources, 'AWS::DynamoDB::Table');
      const without = (name: string) => (one: { IndexName?: string; AttributeName?: string }) =>
        one.IndexName !== name && !one.AttributeName?.startsWith(name);
      properties.GlobalSecondaryIndexes = properties.GlobalSecondaryIndexes.filter(without('gsi2'));
      properties.AttributeDefinitions = properties.AttributeDefinitions.filter(without('gsi2'));
    },
  },
  {
    what: 'the filter of the stream',
    check: 'the relay is called for events and messages only',
    change: (resources) => {
      const { properties } = streamMapping(resources);
      delete properties.FilterCriteria;
    },
  },
  {
    what: 'messages from the filter of the stream',
    check: 'an invitation is mailed',
    change: (resources) => {
      const { properties } = streamMapping(resources);
      const [filter] = properties.FilterCriteria.Filters;
      filter.Pattern = filter.Pattern.replace('["event","message"]', '["event"]');
    },
  },
  {
    what: 'the stream as a source of the relay',
    check: 'an invitation is mailed',
    change: (resources) => {
      delete resources[streamMapping(resources).id];
    },
  },
  {
    what: 'the mail queue as a source of its consumer',
    check: 'an invitation is mailed',
    change: (resources) => {
      const mapping = theOne(resources, 'AWS::Lambda::EventSourceMapping', ({ FunctionName }) =>
        /^mail/i.test(FunctionName.Ref),
      );
      delete resources[mapping.id];
    },
  },
];

test('the template as it is passes every check', async () => {
  const site = await runOn(await ownAssembly());
  for (const check of Object.values(checks)) await check(site);
  expect(Object.keys(checks).sort()).toEqual([...new Set(removals.map(({ check }) => check))].sort());
});

describe('a template without', () => {
  test.each(removals)('$what fails the check that $check', async ({ check, change }) => {
    altered = await alteredAssembly(change);
    const site = await runOn(altered);
    // The rest stands: it is this one thing that is missed.
    expect((await site.api.call('health')).status).toBe(200);
    await expect(checks[check](site)).rejects.toMatchObject({ name: 'AssertionError' });
  });
});
