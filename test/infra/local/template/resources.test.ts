import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Stack } from '../../../../infra/local/template/assembly.ts';
import { readResources } from '../../../../infra/local/template/resources.ts';

const anything = z.record(z.string(), z.unknown());
const template = (more: Partial<Stack['template']>): Stack['template'] => ({
  Resources: {},
  Outputs: {},
  Parameters: {},
  Conditions: {},
  Mappings: {},
  ...more,
});
const read = (...templates: Stack['template'][]) =>
  readResources({
    stacks: templates.map((one, index) => ({ name: `stack-${index}`, template: one, assets: new Map() })),
    places: {
      publicOrigin: 'http://localhost:3000',
      issuer: 'http://127.0.0.1:4000',
      queues: 'http://127.0.0.1:5000',
    },
    secret: (id) => `secret of ${id}`,
    rewrites: [
      ['https://shimai.invalid', 'http://localhost:3000'],
      [/https:\/\/[\w-]+\.auth\.[\w-]+\.amazoncognito\.com/g, 'http://127.0.0.1:4000'],
    ],
  });
/** What a function's environment becomes, with the given resources around it. */
const resolved = (
  value: Stack['template']['Outputs'][string] | string,
  more: Partial<Stack['template']> = {},
) => {
  const Properties = { value };
  const Resources = { Probe: { Type: 'AWS::Lambda::Function', Properties }, ...more.Resources };
  return read(template({ ...more, Resources })).ofType('AWS::Lambda::Function', anything)[0]?.properties
    .value;
};
const queue = { Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } };

test.each([
  ['Ref of a queue is its address', { Ref: 'Jobs' }, 'http://127.0.0.1:5000/000000000000/jobs'],
  ['GetAtt of a queue', { 'Fn::GetAtt': ['Jobs', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:jobs'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 'b']] }, 'a-us-east-1-b'],
  [
    'Sub with its own names',
    { 'Fn::Sub': [`\${X}/\${Jobs.QueueName}/\${!Literal}`, { X: 'x' }] },
    `x/jobs/\${Literal}`,
  ],
  ['Select of Split', { 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://host/path'] }] }, 'host'],
  ['a secret', '{{resolve:secretsmanager:one:SecretString:::}}', 'secret of one'],
  ['a secret’s member', 'x{{resolve:secretsmanager:one:SecretString:key::}}', 'xsecret of one#key'],
  ['the stage’s address', 'https://shimai.invalid/x', 'http://localhost:3000/x'],
  [
    'the hosted sign-in',
    'https://shimai-dev-0.auth.us-east-1.amazoncognito.com/logout',
    'http://127.0.0.1:4000/logout',
  ],
])('%s is resolved', (_name, value, expected) => {
  expect(resolved(value, { Resources: queue })).toBe(expected);
});

test('conditions choose a branch, drop NoValue and leave out resources', () => {
  const Conditions = {
    Yes: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
  };
  expect(resolved({ 'Fn::If': ['Yes', 'a', 'b'] }, { Conditions })).toBe('a');
  expect(
    resolved({ list: [{ 'Fn::If': ['No', 'a', { Ref: 'AWS::NoValue' }] }, 'c'] }, { Conditions }),
  ).toEqual({ list: ['c'] });
  const Resources = { Never: { Type: 'AWS::SQS::Queue', Condition: 'No', Properties: {} } };
  expect(read(template({ Conditions, Resources })).ofType('AWS::SQS::Queue', anything)).toEqual([]);
});

test('a value another stack exports is found there', () => {
  const exporting = template({
    Resources: queue,
    Outputs: { Out: { Value: { 'Fn::GetAtt': ['Jobs', 'QueueName'] }, Export: { Name: 'stack-0:Jobs' } } },
  });
  const Resources = {
    Probe: { Type: 'AWS::Lambda::Function', Properties: { value: { 'Fn::ImportValue': 'stack-0:Jobs' } } },
  };
  const [probe] = read(exporting, template({ Resources })).ofType('AWS::Lambda::Function', anything);
  expect(probe?.properties.value).toBe('jobs');
});

test.each([
  [
    'an unknown intrinsic',
    { 'Fn::Cidr': ['10.0.0.0/16', 1, 8] },
    /uses Fn::Cidr, which the local platform does not know/,
  ],
  ['a missing resource', { Ref: 'Nothing' }, /refers to Nothing, which does not exist/],
  [
    'a missing attribute',
    { 'Fn::GetAtt': ['Jobs', 'Colour'] },
    /refers to Jobs.Colour, which does not exist/,
  ],
  ['another secret store', '{{resolve:ssm-secure:x}}', /reads a value from ssm-secure/],
])('%s is one clear sentence', (_name, value, sentence) => {
  expect(() => resolved(value, { Resources: queue })).toThrow(sentence);
});

test('a resource type nobody runs is refused by its name, before anything starts', () => {
  const Resources = { Cache: { Type: 'AWS::ElastiCache::CacheCluster', Properties: {} } };
  expect(() => read(template({ Resources }))).toThrow(
    /Cache is an AWS::ElastiCache::CacheCluster, which the local platform does not run yet/,
  );
});

test('properties that cannot be run say which and why', () => {
  const shape = z.object({ PayloadFormatVersion: z.literal('2.0') });
  const Resources = {
    Old: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { PayloadFormatVersion: '1.0' } },
  };
  expect(() => read(template({ Resources })).ofType('AWS::ApiGatewayV2::Integration', shape)).toThrow(
    /Old \(AWS::ApiGatewayV2::Integration\) cannot be run here: PayloadFormatVersion/,
  );
});
