import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAskedAlumni } from '../../../functions/container/asked-alumni.ts';
import { registeringUseCases } from '../../../functions/container/registering-use-cases.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { mergeAccounts } from '../../../shared/accounts/merge-accounts.ts';
import { anAccount, noon, person } from '../../support/accounts-fakes.ts';
import { allAgreed, aRegistration } from '../../support/alumni-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const call = { receivedAt: noon, idempotencyKey: 'key-1' };

const registered = async (personId: string) => {
  const account = anAccount(personId);
  await accountStore(engine).open({ account, events: [] });
  const act = registeringUseCases({ table: engine, newId: () => `alum-of-${personId}` });
  await act.registerAlum(person(personId), { ...aRegistration(), profileVersion: 0 }, call);
  return { account, act };
};

test('of two registrations of one person, what they agree to is what the present account says', async () => {
  const into = await registered('present');
  const from = await registered('earlier');
  const alone = await registered('alone');
  const merged = mergeAccounts(
    { account: into.account, held: [] },
    { account: from.account, held: [] },
    { by: 'staff-1', at: noon, reason: 'One person' },
  );
  if (merged.ok) await accountStore(engine).merge(merged.value);
  const no = { ...allAgreed, mail: false, chapter: false };
  const actor = { ...person('present'), formerly: ['earlier'] };
  expect(await into.act.decideConsents(actor, { ...no, version: 1 }, call)).toMatchObject({ ok: true });

  const asked = openAskedAlumni(engine);
  const withdrawn = { alumId: 'alum-of-present', consents: { mail: { given: false } } };
  for (const personId of ['present', 'earlier'])
    expect(await asked.find(personId)).toMatchObject({ personId, ...withdrawn });
  const many = await asked.many(['earlier', 'alone', 'nobody']);
  expect(many.toSorted((a, b) => a.personId.localeCompare(b.personId))).toMatchObject([
    { personId: 'alone', alumId: 'alum-of-alone', consents: { mail: { given: true } } },
    { personId: 'earlier', ...withdrawn },
  ]);

  // From the instant of its deletion nobody asks an account anything more.
  const closed = { ...alone.account, version: 2, deletedAt: noon.toISOString() };
  await accountStore(engine).save({ account: closed, events: [] });
  expect(await asked.find('alone')).toBeUndefined();
  expect(await asked.many(['alone'])).toEqual([]);
});
