import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressHash, comparableHashes } from '../../../shared/accounts/account.ts';

const local = fc.stringMatching(/^[a-z]{1,6}(\.[a-z0-9]{1,4})?$/);
const tag = fc.option(fc.stringMatching(/^[a-z0-9]{0,4}(\+[a-z0-9]{1,3})?$/), { nil: undefined });
const host = fc.constantFrom('x.example', 'y.example');
const address = fc.record({ local, tag, host });
const written = ({ local, tag, host }: { local: string; tag: string | undefined; host: string }) =>
  `${local}${tag === undefined ? '' : `+${tag}`}@${host}`;

test('addresses are compared as one where only their tags and case differ, and never otherwise', () => {
  fc.assert(
    fc.property(address, fc.oneof(address, tag), (one, change) => {
      const other = typeof change === 'object' ? change : { ...one, tag: change };
      const theirs = comparableHashes(written(other).toUpperCase());
      const same = one.local === other.local && one.host === other.host;
      expect(comparableHashes(written(one)).some((hash) => theirs.includes(hash))).toBe(same);
    }),
  );
});

test('the whole address stays among what is compared, and stays what finds an account', () => {
  expect(comparableHashes('ann+jet@x.example')).toEqual([
    addressHash('ann+jet@x.example'),
    addressHash('ann@x.example'),
  ]);
  expect(comparableHashes('Ann@x.example')).toEqual([addressHash('ann@x.example')]);
});
