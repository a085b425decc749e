import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { failures } from '../../../shared/failures.ts';
import { catalogues, type MessageKey } from '../../../web/messages/catalogues.ts';
import { translate } from '../../../web/messages/translate.ts';

const keys = Object.keys(catalogues.en);

test('both languages have the same keys, and no message is empty', () => {
  expect(Object.keys(catalogues.ja).toSorted()).toEqual(keys.toSorted());
  for (const catalogue of Object.values(catalogues))
    for (const [key, message] of Object.entries(catalogue)) expect(message.trim(), key).not.toBe('');
});

test('every message can be parsed in its language', () => {
  const parse = () => {
    for (const [language, catalogue] of Object.entries(catalogues))
      for (const message of Object.values(catalogue))
        new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  };
  expect(parse).not.toThrow();
});

test('every kind of failure has words in both languages', () => {
  for (const kind of Object.keys(failures)) expect(keys).toContain(`failure.${kind}`);
});

test('Japanese has no two messages left in English', () => {
  const untranslated = keys.filter((key) => {
    const [en, ja] = [catalogues.en, catalogues.ja].map((one) => one[key as MessageKey]); // Object.keys() widens.
    return en === ja && /[a-z]{3} [a-z]{2}/i.test(en ?? '');
  });
  expect(untranslated).toEqual([]);
});

test('a message with markup in its values stays text', () => {
  expect(translate('en')('site.saved', { time: '<b>9:12</b>' })).toBe('Saved at <b>9:12</b>');
});

test('a value that is missing is a defect and throws', () => {
  expect(() => translate('en')('site.saved')).toThrow(/time/);
});
