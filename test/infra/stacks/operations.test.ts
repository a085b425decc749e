import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { functions } from '../../../infra/functions.ts';
import { production, resourcesOf, synthesized } from '../stage-fixture.ts';

const { operations } = synthesized(production).templates;
const alarms = Object.values(resourcesOf(operations, 'AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties,
);
const runbook = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
const anchors = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
  (heading ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
);

test('watches every function, every queue of dead letters, the relay, the gateway and the name as a sender', () => {
  const metrics = alarms.map(({ MetricName }) => MetricName);
  const count = (name: string) => metrics.filter((one) => one === name).length;
  expect(count('Errors')).toBe(functions.length);
  expect(count('ApproximateNumberOfMessagesVisible')).toBe(10);
  expect(metrics).toEqual(
    expect.arrayContaining(['IteratorAge', '5xx', 'Reputation.BounceRate', 'Reputation.ComplaintRate']),
  );
});

test.each(alarms)('says in docs/operations.md what to do: $AlarmDescription', ({ AlarmDescription }) => {
  expect(anchors).toContain(/docs\/operations\.md#(.+)$/.exec(String(AlarmDescription))?.[1]);
});

test('reaches a person, when it starts and when it ends', () => {
  const [topic] = Object.keys(resourcesOf(operations, 'AWS::SNS::Topic'));
  for (const { AlarmActions, OKActions } of alarms)
    expect([AlarmActions, OKActions]).toEqual([[{ Ref: topic }], [{ Ref: topic }]]);
  expect(() =>
    operations.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operators@shimai.example',
    }),
  ).not.toThrow();
});
