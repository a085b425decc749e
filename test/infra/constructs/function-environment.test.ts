import { expect, test } from 'vitest';
import { environmentOf } from '../../../infra/constructs/function-environment.ts';

const values = {
  TABLE_NAME: 'table',
  PUBLIC_ORIGIN: 'https://shimai.example',
  MAIL_FROM: 'a@shimai.example',
  SEAL_KEY: 'key',
};

test('gives what the schema names and nothing beside it', () => {
  const { SEAL_KEY: _, ...named } = values;
  expect(environmentOf('mail', values)).toEqual(named);
});

test('ends the synthesis at a variable nobody gave a value', () => {
  expect(() => environmentOf('relay', values)).toThrow('The environment "relay" needs MAIL_QUEUE_URL');
});
