import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { expect, test } from 'vitest';
import { addStacks } from '../../../infra/stacks/shimai.ts';
import { development, production, resourcesOf, stubBuild, synthesized, testApp } from '../stage-fixture.ts';

const build = stubBuild();
const stages = [development, production].map((stage) => ({ ...stage, ...synthesized(stage) }));

test.each(stages)('leaves cdk-nag nothing open in $stage', ({ assembly }) => {
  const report = JSON.parse(readFileSync(join(assembly.directory, 'validation-report.json'), 'utf8'));
  expect(report.pluginReports).toEqual([]);
});

test('is judged by cdk-nag: an open bucket ends the synthesis', () => {
  const app = testApp();
  const { data } = addStacks(app, { ...development, build });
  new CfnBucket(data, 'Open');
  expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
});

test.each(stages)('keeps every stack of $stage within 480 resources, of the 500 that one may have', ({
  templates,
}) => {
  const counts = Object.values(templates).map((one) => Object.keys(one.toJSON().Resources).length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(480);
});

test.each(stages)('keeps the gateway of $stage within 300 routes', ({ templates }) => {
  const routes = [templates.api, templates.pages]
    .map((one) => Object.keys(resourcesOf(one, 'AWS::ApiGatewayV2::Route')).length)
    .reduce((sum, some) => sum + some);
  expect(routes).toBeGreaterThan(2);
  expect(routes).toBeLessThanOrEqual(300);
});

test.each(stages)('keeps what a role of $stage may do within 20 KB', ({ templates }) => {
  const sizes = Object.values(templates).flatMap((one) =>
    Object.values(resourcesOf(one, 'AWS::IAM::Policy')).map(
      ({ Properties }) => JSON.stringify(Properties).length,
    ),
  );
  expect(sizes.length).toBeGreaterThan(10);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(20_480);
});

test.each(stages)('keeps who may call a function of $stage within 20 KB', ({ templates }) => {
  const bytes = new Map<string, number>();
  for (const template of [templates.api, templates.pages, templates.background])
    for (const { Properties } of Object.values(resourcesOf(template, 'AWS::Lambda::Permission'))) {
      const callee = JSON.stringify(Properties.FunctionName);
      bytes.set(callee, (bytes.get(callee) ?? 0) + JSON.stringify(Properties).length);
    }
  expect(bytes.size).toBeGreaterThan(2);
  expect(Math.max(...bytes.values())).toBeLessThanOrEqual(20_480);
});
