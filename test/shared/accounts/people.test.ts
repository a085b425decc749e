import { expect, test } from 'vitest';
import { editAccount } from '../../../shared/accounts/edit-account.ts';
import { listLeads, listMembers, listReviewers, listStaff } from '../../../shared/accounts/list-people.ts';
import {
  revokeLead,
  revokeMember,
  revokeReviewer,
  revokeStaff,
} from '../../../shared/accounts/revoke-role.ts';
import { viewAccount } from '../../../shared/accounts/view-account.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, fakeAccounts, ownerOf, person, staff } from '../../support/accounts-fakes.ts';

const colleague = person('staff-2', { kind: 'staff', programId: 'leading-asia' });
const reviewer = person('rev-1', { kind: 'reviewer', roundId: 'round-1' });
const owner = ownerOf('org-1');
const viewer = person('viewer-1', { kind: 'member', organisationId: 'org-1', as: 'viewer' });
const given = () => fakeAccounts(staff, colleague, reviewer, owner, viewer);
const notFound = fail({ kind: 'not-found' });

test('staff see staff and reviewers with name and address; nobody else does', async () => {
  const ports = given();
  expect(await listStaff(ports)(staff, {}, atNoon)).toMatchObject({
    value: {
      items: [{ personId: 'staff-1', email: 'staff-1@example.org', role: 'staff' }, { personId: 'staff-2' }],
    },
  });
  expect(await listReviewers(ports)(staff, { roundId: 'round-1' }, atNoon)).toMatchObject({
    value: { items: [{ personId: 'rev-1', role: 'reviewer' }] },
  });
  for (const actor of [publicActor, reviewer, owner]) {
    expect(await listStaff(ports)(actor, {}, atNoon)).toEqual(notFound);
    expect(await listReviewers(ports)(actor, { roundId: 'round-1' }, atNoon)).toEqual(notFound);
  }
});

test('staff see a chapter’s leads and take the role in that chapter alone; leads and the public do neither', async () => {
  const lead = person('lead-1', { kind: 'lead', chapterId: 'jetaa-texoma' });
  const ports = fakeAccounts(staff, lead);
  const of = { chapterId: 'jetaa-texoma' };
  expect(await listLeads(ports)(staff, of, atNoon)).toMatchObject({
    value: { items: [{ personId: 'lead-1', role: 'lead' }] },
  });
  for (const actor of [publicActor, lead, reviewer]) {
    expect(await listLeads(ports)(actor, of, atNoon)).toEqual(notFound);
    expect(await revokeLead(ports)(actor, { ...of, personId: 'lead-1' }, atNoon)).toEqual(notFound);
  }
  await revokeLead(ports)(staff, { chapterId: 'jetaa-chicago', personId: 'lead-1' }, atNoon);
  expect(ports.rolesOf('lead-1')).toHaveLength(1);
  await revokeLead(ports)(staff, { ...of, personId: 'lead-1' }, atNoon);
  expect(ports.rolesOf('lead-1')).toEqual([]);
});

test('an organisation’s members see each other; strangers and staff do not', async () => {
  const ports = given();
  const input = { organisationId: 'org-1' };
  expect(await listMembers(ports)(viewer, input, atNoon)).toMatchObject({
    value: { items: [{ role: 'owner' }, { role: 'viewer' }] },
  });
  for (const actor of [publicActor, staff, ownerOf('org-2')])
    expect(await listMembers(ports)(actor, input, atNoon)).toEqual(notFound);
});

test('staff take a colleague’s role but not their own; doing it twice changes nothing', async () => {
  const ports = given();
  const revoke = revokeStaff(ports);
  expect(await revoke(staff, { personId: 'staff-1' }, atNoon)).toEqual(
    fail({ kind: 'role-kept', why: 'own' }),
  );
  expect(await revoke(staff, { personId: 'staff-2' }, atNoon)).toEqual(ok({ personId: 'staff-2' }));
  expect(await revoke(staff, { personId: 'staff-2' }, atNoon)).toEqual(ok({ personId: 'staff-2' }));
  expect(ports.rolesOf('staff-2')).toEqual([]);
  expect(ports.events).toEqual(['role-revoked']);
  expect(await revoke(staff, { personId: 'nobody' }, atNoon)).toEqual(notFound);
  expect(await revoke(owner, { personId: 'staff-1' }, atNoon)).toEqual(notFound);
});

test('a reviewer’s role is taken in the round that is named and no other', async () => {
  const ports = given();
  const revoke = revokeReviewer(ports);
  await revoke(staff, { roundId: 'round-2', personId: 'rev-1' }, atNoon);
  expect(ports.rolesOf('rev-1')).toHaveLength(1);
  await revoke(staff, { roundId: 'round-1', personId: 'rev-1' }, atNoon);
  expect(ports.rolesOf('rev-1')).toEqual([]);
});

test('an owner takes a member’s role, and an organisation’s last owner stays', async () => {
  const ports = given();
  const revoke = revokeMember(ports);
  const last = { organisationId: 'org-1', personId: 'owner-1' };
  expect(await revoke(owner, last, atNoon)).toEqual(fail({ kind: 'role-kept', why: 'last-owner' }));
  expect(await revoke(viewer, last, atNoon)).toEqual(notFound);
  expect(await revoke(owner, { ...last, personId: 'viewer-1' }, atNoon)).toEqual(
    ok({ personId: 'viewer-1' }),
  );
  expect(ports.rolesOf('viewer-1')).toEqual([]);
});

test('a person edits their own account against the version they read', async () => {
  const ports = given();
  const edit = editAccount(ports);
  const details = { name: 'YAMADA Haruo', language: 'ja' } as const;
  expect(await edit(viewer, { ...details, version: 1 }, atNoon)).toMatchObject({
    value: { ...details, version: 2 },
  });
  // The same words by a second click stand already; others are not written over them unread.
  expect(await edit(viewer, { ...details, version: 1 }, atNoon)).toMatchObject({ value: { version: 2 } });
  const others = { ...details, name: 'Haruo', version: 1 };
  expect(await edit(viewer, others, atNoon)).toEqual(fail({ kind: 'stale', current: 2 }));
  expect(await edit(publicActor, { ...details, version: 2 }, atNoon)).toEqual(notFound);
  expect(await viewAccount(ports)(viewer, {}, atNoon)).toMatchObject({
    value: { ...details, roles: [{ kind: 'member' }] },
  });
});
