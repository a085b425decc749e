import { expect, test } from 'vitest';
import { namedMembers } from '../../../shared/chapters/named-members.ts';
import { previewAlumImport } from '../../../shared/chapters/preview-import.ts';
import { listJoinedAlumni } from '../../../shared/introductions/introduction-lists.ts';
import { atNoon, fakeAccounts, noon, person } from '../../support/accounts-fakes.ts';
import { aMember, fakeAlumInvitations, fakeMembers } from '../../support/chapters-fakes.ts';
import {
  anIntroduction,
  austin,
  coordinator,
  fakeIntroductions,
  introductionsWorld,
} from '../../support/introductions-fakes.ts';

const chapterId = 'jetaa-florida';
const lead = person('lead-1', { kind: 'lead', chapterId });

/** Somebody who registered under an account that has become part of another since, which goes by another name. */
const given = async () => {
  const { accounts } = fakeAccounts(person('once'), person('now'), lead);
  const change = async (id: string, over: object) => {
    const account = await accounts.account(id);
    if (!account) throw new Error(`There is no account ${id}`);
    await accounts.save({ account: { ...account, ...over, version: account.version + 1 }, events: [] });
  };
  await change('once', { name: 'Ann Maiden', mergedInto: 'now' });
  await change('now', { name: 'Ann Married', formerly: ['once'], addresses: ['once@example.org'] });
  return { accounts, gone: () => change('now', { deletedAt: noon.toISOString() }) };
};
const registered = aMember('once');
const { withdrawals } = fakeMembers(chapterId, [registered]);

test('who registered under an earlier account is told by the name of the present one', async () => {
  const { accounts } = await given();
  expect(await namedMembers({ accounts, withdrawals }, [registered])).toMatchObject([
    { name: 'Ann Married' },
  ]);
});

test('from the moment in which the present account is gone no list tells of them, under an earlier one either', async () => {
  const { accounts, gone } = await given();
  await gone();
  expect(await namedMembers({ accounts, withdrawals }, [registered])).toEqual([]);

  const { ports } = introductionsWorld();
  const joined = { role: 'board', at: noon.toISOString() } as const;
  const { introductions } = fakeIntroductions(
    anIntroduction({
      ...{ personId: 'once', partnershipId: austin, organisationId: 'org-austin' },
      ...{ status: 'joined' as const, joined },
    }),
  );
  const listed = await listJoinedAlumni({ ...ports, introductions, accounts })(
    coordinator,
    { partnershipId: austin },
    atNoon,
  );
  expect(JSON.stringify(listed)).not.toContain('Ann');
});

test('an import finds them by the address of either account', async () => {
  const { accounts } = await given();
  const preview = previewAlumImport({
    ...fakeMembers(chapterId, [registered]),
    ...fakeAlumInvitations(),
    accounts,
  });
  const csv = `name,email,placements\nSomebody,now@example.org,CIR||Oita|2015|2016\n`;
  expect(await preview(lead, { chapterId, csv }, atNoon)).toMatchObject({
    value: { rows: [{ duplicates: [{ as: 'member', by: 'email', name: 'Ann Married' }] }] },
  });
});
