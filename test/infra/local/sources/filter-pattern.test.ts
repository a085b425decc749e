import { expect, test } from 'vitest';
import { fitsPattern } from '../../../../infra/local/sources/filter-pattern.ts';

const event = {
  eventName: 'INSERT',
  dynamodb: { NewImage: { type: { S: 'event' }, n: 5, tags: ['a', 'b'] } },
};

test.each([
  ['one of several values', { eventName: ['MODIFY', 'INSERT'] }, true],
  ['none of several values', { eventName: ['MODIFY', 'REMOVE'] }, false],
  ['a nested value', { dynamodb: { NewImage: { type: { S: ['event', 'message'] } } } }, true],
  [
    'every field must fit',
    { eventName: ['INSERT'], dynamodb: { NewImage: { type: { S: ['other'] } } } },
    false,
  ],
  ['a missing branch', { dynamodb: { OldImage: { type: { S: ['event'] } } } }, false],
  ['exists', { dynamodb: { OldImage: [{ exists: false }], NewImage: { n: [{ exists: true }] } } }, true],
  ['prefix', { eventName: [{ prefix: 'INS' }] }, true],
  ['suffix', { eventName: [{ suffix: 'X' }] }, false],
  ['anything but', { eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
  ['anything but, of what is missing', { other: [{ 'anything-but': ['REMOVE'] }] }, false],
  ['numbers', { dynamodb: { NewImage: { n: [{ numeric: ['>', 4, '<=', 5] }] } } }, true],
  ['a list in the event', { dynamodb: { NewImage: { tags: ['b'] } } }, true],
  ['or', { $or: [{ eventName: ['REMOVE'] }, { dynamodb: { NewImage: { n: [5] } } }] }, true],
])('%s', (_name, pattern, fits) => {
  expect(fitsPattern(pattern, event)).toBe(fits);
});

test('a rule nobody knows is an error, never a pass', () => {
  expect(() => fitsPattern({ eventName: [{ wildcard: 'I*' }] }, event)).toThrow(/wildcard/);
});
