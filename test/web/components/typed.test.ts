import { expect, test } from 'vitest';
import { typedFrom } from '../../../web/components/form/typed.ts';

test.each([
  '',
  'a/b',
  'a#b',
  '../x',
  'x'.repeat(65),
  'a\u0000',
  'é',
])('a field that holds %j holds no id', (value) => {
  expect(typedFrom([['id', value]]).id('id')).toBe('');
});

test('an id is a field’s last value, and empty where there is none', () => {
  const typed = typedFrom([
    ['id', 'first'],
    ['id', 'second-1'],
  ]);
  expect([typed.id('id'), typed.id('other')]).toEqual(['second-1', '']);
});

test('names of prototypes are names like any other', () => {
  const typed = typedFrom([
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['lines.0.__proto__', 'c'],
  ]);
  expect([typed.text('__proto__'), typed.text('constructor'), typed.text('toString')]).toEqual([
    'a',
    'b',
    '',
  ]);
  expect(Object.keys(typed.record)).toEqual(['__proto__', 'constructor', 'lines.0.__proto__']);
  expect(Object.keys(typed.rows('lines')[0] ?? {})).toEqual(['__proto__']);
});
