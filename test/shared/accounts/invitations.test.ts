import { expect, test } from 'vitest';
import { acceptInvitation } from '../../../shared/accounts/accept-invitation.ts';
import { inviteLead } from '../../../shared/accounts/invite-lead.ts';
import { inviteMember } from '../../../shared/accounts/invite-member.ts';
import { inviteReviewer } from '../../../shared/accounts/invite-reviewer.ts';
import { inviteStaff } from '../../../shared/accounts/invite-staff.ts';
import { pledge } from '../../../shared/accounts/pledge.ts';
import { revokeInvitation } from '../../../shared/accounts/revoke-invitation.ts';
import { viewInvitation } from '../../../shared/accounts/view-invitation.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { hashToken } from '../../../shared/kernel/link-token.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import type { Organisation } from '../../../shared/partnerships/partnership.ts';
import { atNoon, callAt, fakeAccounts, noon, ownerOf, person, staff } from '../../support/accounts-fakes.ts';
import { aRound, fakeRounds } from '../../support/programs-fakes.ts';

const austin: Organisation = {
  id: 'org-1',
  version: 1,
  legalName: 'Austin Sister Cities',
  kind: 'sister-city-organisation',
  createdAt: noon.toISOString(),
};
const mail = { email: 'new@example.org', language: 'ja' } as const;

const given = () => {
  const fakes = fakeAccounts(staff, ownerOf('org-1'), person('ann'), person('bob'));
  const rounds = fakeRounds(aRound());
  const organisations = { organisation: async (id: string) => (id === 'org-1' ? austin : undefined) };
  let made = 0;
  const ports = { ...fakes, rounds, organisations, newToken: () => `secret-${++made}` };
  const tokenOf = (at = 0) => fakes.messages[at]?.linkToken ?? '';
  return {
    ...ports,
    tokenOf,
    inviteStaff: inviteStaff(ports),
    inviteReviewer: inviteReviewer(ports),
    inviteLead: inviteLead(ports),
    inviteMember: inviteMember(ports),
    view: viewInvitation(ports),
    accept: acceptInvitation(ports),
    revoke: revokeInvitation(ports),
  };
};
const day = 86_400_000;
const after = (ms: number) => callAt(new Date(noon.getTime() + ms));
const ann = person('ann');
const notFound = fail({ kind: 'not-found' });

test('an invitation and its mail are made together; only the token’s hash is kept beside it', async () => {
  const { inviteReviewer, invitations, messages, tokenOf, events } = given();
  const sent = await inviteReviewer(staff, { ...mail, roundId: 'round-1' }, atNoon);
  expect(sent).toMatchObject({ value: { invitation: { status: 'pending', email: 'new@example.org' } } });
  expect(messages).toMatchObject([
    {
      kind: 'invitation-reviewer',
      status: 'queued',
      to: { address: 'new@example.org' },
      language: 'ja',
      values: { round: '2027年度助成', linkPath: 'invitations', until: '2027-01-18T12:00:00.000Z' },
    },
  ]);
  const kept = await invitations.find(tokenOf().split('.')[0] ?? '');
  expect(kept?.tokenHash).toBe(hashToken('invitation', tokenOf()));
  expect(JSON.stringify(kept)).not.toContain('secret');
  expect(events).toEqual(['invitation-sent']);
});

test('staff invite a chapter’s lead, who accepts without a pledge and leads that chapter', async () => {
  const { inviteLead, view, accept, messages, tokenOf, rolesOf } = given();
  await inviteLead(staff, { ...mail, chapterId: 'jetaa-texoma' }, atNoon);
  expect(messages).toMatchObject([{ kind: 'invitation-lead', values: { chapter: 'JETAA Texoma' } }]);
  expect(await view(publicActor, { token: tokenOf() }, atNoon)).toMatchObject({
    value: { scopeName: { en: 'JETAA Texoma', ja: 'JETAA Texoma' } },
  });
  const role = { kind: 'lead', chapterId: 'jetaa-texoma' };
  expect(await accept(ann, { token: tokenOf(), pledge: false }, atNoon)).toEqual(ok({ role }));
  expect(rolesOf('ann')).toEqual([role]);
});

test('nobody else invites a lead, and nobody one of a chapter that is no more or never was', async () => {
  const { inviteLead, messages } = given();
  const invite = (actor: typeof staff, chapterId: string) =>
    inviteLead(actor, { ...mail, chapterId }, atNoon);
  const lead = person('lead-1', { kind: 'lead', chapterId: 'jetaa-texoma' });
  expect(await invite(lead, 'jetaa-texoma')).toEqual(notFound);
  expect(await invite(ann, 'jetaa-texoma')).toEqual(notFound);
  expect(await invite(staff, 'jetaa-new-orleans')).toEqual(notFound);
  expect(await invite(staff, 'jetaa-atlantis')).toEqual(notFound);
  expect(messages).toEqual([]);
});

test('the same form sent twice invites once', async () => {
  const { inviteStaff, messages } = given();
  const first = await inviteStaff(staff, mail, atNoon);
  expect(await inviteStaff(staff, mail, atNoon)).toEqual(first);
  expect(messages).toHaveLength(1);
});

test.each([
  ['the public', publicActor],
  ['someone without a role', ann],
  ['an owner of an organisation', ownerOf('org-1')],
])('%s invites neither staff nor reviewers', async (_, actor) => {
  const { inviteStaff, inviteReviewer, messages } = given();
  expect(await inviteStaff(actor, mail, atNoon)).toEqual(notFound);
  expect(await inviteReviewer(actor, { ...mail, roundId: 'round-1' }, atNoon)).toEqual(notFound);
  expect(messages).toEqual([]);
});

test('only an owner invites to the organisation, and only to their own', async () => {
  const { inviteMember, messages } = given();
  const input = { ...mail, organisationId: 'org-1', as: 'editor' } as const;
  const editor = person('ed', { kind: 'member', organisationId: 'org-1', as: 'editor' });
  for (const actor of [publicActor, ann, staff, editor, ownerOf('org-2')])
    expect(await inviteMember(actor, input, atNoon)).toEqual(notFound);
  expect((await inviteMember(ownerOf('org-1'), input, atNoon)).ok).toBe(true);
  expect(messages).toMatchObject([
    { kind: 'invitation-member', values: { organisation: 'Austin Sister Cities' } },
  ]);
});

test('a reviewer has no role before the pledge is signed, and the role then carries it', async () => {
  const { inviteReviewer, accept, tokenOf, rolesOf, invitations } = given();
  await inviteReviewer(staff, { ...mail, roundId: 'round-1' }, atNoon);
  expect(await accept(ann, { token: tokenOf(), pledge: false }, atNoon)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'pledge', code: 'required' }] }),
  );
  expect(rolesOf('ann')).toEqual([]);

  const role = { kind: 'reviewer', roundId: 'round-1' };
  expect(await accept(ann, { token: tokenOf(), pledge: true }, after(day))).toEqual(ok({ role }));
  expect(rolesOf('ann')).toEqual([role]);
  const kept = await invitations.find(tokenOf().split('.')[0] ?? '');
  expect(kept?.accepted).toEqual({
    by: 'ann',
    at: '2027-01-05T12:00:00.000Z',
    pledge: { version: pledge.version, at: '2027-01-05T12:00:00.000Z' },
  });
});

test('a link is good once: the same person’s retry is ok, another person finds nothing', async () => {
  const { inviteStaff, accept, view, tokenOf, rolesOf } = given();
  await inviteStaff(staff, mail, atNoon);
  const input = { token: tokenOf(), pledge: false };
  expect((await accept(ann, input, atNoon)).ok).toBe(true);
  expect((await accept(ann, input, atNoon)).ok).toBe(true);
  expect(await accept(person('bob'), input, atNoon)).toEqual(notFound);
  expect(await view(person('bob'), { token: tokenOf() }, atNoon)).toEqual(notFound);
  expect((await view(ann, { token: tokenOf() }, atNoon)).ok).toBe(true);
  expect(rolesOf('bob')).toEqual([]);
});

test('a link works in its last millisecond and has expired at its end', async () => {
  const { inviteStaff, accept, view, tokenOf } = given();
  await inviteStaff(staff, mail, atNoon);
  const expired = fail({ kind: 'link-expired', expiredAt: '2027-01-18T12:00:00.000Z' });
  expect(await view(publicActor, { token: tokenOf() }, after(14 * day))).toEqual(expired);
  expect(await accept(ann, { token: tokenOf(), pledge: false }, after(14 * day))).toEqual(expired);
  expect((await accept(ann, { token: tokenOf(), pledge: false }, after(14 * day - 1))).ok).toBe(true);
});

test.each(['', 'x', 'a.b', 'known-id.guessed'])('the token %j opens nothing', async (guess) => {
  const { inviteStaff, accept, view, tokenOf } = given();
  await inviteStaff(staff, mail, atNoon);
  const token = guess.replace('known-id', tokenOf().split('.')[0] ?? '');
  expect(await view(publicActor, { token }, atNoon)).toEqual(notFound);
  expect(await accept(ann, { token, pledge: true }, atNoon)).toEqual(notFound);
});

test('a withdrawn invitation opens nothing, and only its senders may withdraw it', async () => {
  const { inviteMember, revoke, accept, tokenOf } = given();
  const owner = ownerOf('org-1');
  await inviteMember(owner, { ...mail, organisationId: 'org-1', as: 'viewer' }, atNoon);
  const invitationId = tokenOf().split('.')[0] ?? '';
  for (const actor of [publicActor, ann, staff, ownerOf('org-2')])
    expect(await revoke(actor, { invitationId }, atNoon)).toEqual(notFound);
  expect((await revoke(owner, { invitationId }, atNoon)).ok).toBe(true);
  expect((await revoke(owner, { invitationId }, atNoon)).ok).toBe(true);
  expect(await accept(ann, { token: tokenOf(), pledge: false }, atNoon)).toEqual(notFound);
});

test('an accepted invitation cannot be withdrawn', async () => {
  const { inviteStaff, revoke, accept, tokenOf } = given();
  await inviteStaff(staff, mail, atNoon);
  await accept(ann, { token: tokenOf(), pledge: false }, atNoon);
  expect(await revoke(staff, { invitationId: tokenOf().split('.')[0] ?? '' }, atNoon)).toEqual(
    fail({ kind: 'step-refused', current: 'accepted', action: 'revoke' }),
  );
});

test('a wider invitation widens a membership, a narrower one leaves it as it is', async () => {
  const { inviteMember, accept, tokenOf, rolesOf } = given();
  const owner = ownerOf('org-1');
  const invite = (as: 'owner' | 'editor' | 'viewer', key: string) =>
    inviteMember(owner, { ...mail, organisationId: 'org-1', as }, callAt(noon, key));
  await invite('viewer', 'a');
  await accept(ann, { token: tokenOf(0), pledge: false }, atNoon);
  await invite('editor', 'b');
  const viewer = person('ann', ...rolesOf('ann'));
  await accept(viewer, { token: tokenOf(1), pledge: false }, atNoon);
  expect(rolesOf('ann')).toEqual([{ kind: 'member', organisationId: 'org-1', as: 'editor' }]);

  await invite('viewer', 'c');
  await accept(person('ann', ...rolesOf('ann')), { token: tokenOf(2), pledge: false }, atNoon);
  expect(rolesOf('ann')).toEqual([{ kind: 'member', organisationId: 'org-1', as: 'editor' }]);
});
