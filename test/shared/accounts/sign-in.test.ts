import { expect, test } from 'vitest';
import { grantStaff } from '../../../shared/accounts/grant-staff.ts';
import { signIn } from '../../../shared/accounts/sign-in.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { atNoon, fakeAccounts, noon } from '../../support/accounts-fakes.ts';

const given = () => {
  const fakes = fakeAccounts();
  let made = 0;
  const newId = () => `new-${++made}`;
  const enter = signIn({ accounts: fakes.accounts, newId });
  const come = (subject: string, email: string) =>
    enter(publicActor, { subject, email, language: 'ja' }, atNoon);
  return { ...fakes, newId, enter, come };
};

test('the first sign-in opens an account in the page’s language, the second finds it', async () => {
  const { come, accounts } = given();
  expect(await come('sub-1', 'Ann@Example.org')).toEqual(ok({ personId: 'new-1' }));
  expect(await come('sub-1', 'ann@example.org')).toEqual(ok({ personId: 'new-1' }));
  expect((await accounts.find('new-1'))?.account).toMatchObject({
    email: 'ann@example.org',
    name: '',
    language: 'ja',
  });
});

test('another way of signing in with the same verified address leads to the same account', async () => {
  const { come } = given();
  await come('sub-1', 'ann@example.org');
  expect(await come('sub-2', 'ANN@example.org')).toEqual(ok({ personId: 'new-1' }));
  expect(await come('sub-2', 'changed@example.org')).toEqual(ok({ personId: 'new-1' }));
});

test('an address with a plus is another person', async () => {
  const { come } = given();
  await come('sub-1', 'ann@example.org');
  expect(await come('sub-2', 'ann+two@example.org')).toEqual(ok({ personId: 'new-2' }));
});

test('of two first sign-ins at the same moment both end in one account', async () => {
  const fakes = given();
  let raced = false;
  const racing = {
    ...fakes.accounts,
    open: async (...change: Parameters<typeof fakes.accounts.open>) => {
      if (!raced) {
        raced = true;
        await fakes.come('sub-other', 'ann@example.org');
      }
      return fakes.accounts.open(...change);
    },
  };
  const enter = signIn({ accounts: racing, newId: fakes.newId });
  const input = { subject: 'sub-1', email: 'ann@example.org', language: 'en' } as const;
  const done = await enter(publicActor, input, atNoon);
  expect(done).toEqual(await fakes.come('sub-other', 'ann@example.org'));
  expect(await fakes.accounts.idBySubject('sub-1')).toBe(await fakes.accounts.idBySubject('sub-other'));
});

test('staff granted by address before they ever came are found by their first sign-in', async () => {
  const { accounts, roles, newId, come, rolesOf } = given();
  const grant = grantStaff({ accounts, roles, newId });
  const input = { email: 'Office@Example.org', programId: 'leading-asia' };
  expect(await grant(input, noon)).toEqual(ok({ personId: 'new-1' }));
  expect(await grant(input, noon)).toEqual(ok({ personId: 'new-1' }));
  expect(await come('sub-9', 'office@example.org')).toEqual(ok({ personId: 'new-1' }));
  expect(rolesOf('new-1')).toEqual([{ kind: 'staff', programId: 'leading-asia' }]);
});
