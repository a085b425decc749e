import { expect, test } from 'vitest';
import type { AlumDraft } from '../../../shared/alumni/alum-draft.ts';
import {
  acceptAlumInvitation,
  declineAlumInvitation,
} from '../../../shared/chapters/answer-alum-invitation.ts';
import { continueAlumImport, importAlumni } from '../../../shared/chapters/import-alumni.ts';
import {
  listAlumInvitations,
  withdrawAlumInvitation,
} from '../../../shared/chapters/list-alum-invitations.ts';
import { previewAlumImport } from '../../../shared/chapters/preview-import.ts';
import { viewAlumInvitation } from '../../../shared/chapters/view-alum-invitation.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { hashToken } from '../../../shared/kernel/link-token.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, callAt, fakeAccounts, noon, person, staff } from '../../support/accounts-fakes.ts';
import { aMember, fakeAlumInvitations, fakeMembers } from '../../support/chapters-fakes.ts';
import { openCursors } from '../../support/programs-fakes.ts';

const chapterId = 'jetaa-florida';
const lead = person('lead-1', { kind: 'lead', chapterId });
const otherLead = person('lead-2', { kind: 'lead', chapterId: 'jetaa-texoma' });
const ann = person('ann');
const notFound = fail({ kind: 'not-found' });
const imabari = 'ALT|Imabari|Ehime|2009|2012';
const fileOf = (...rows: string[]) => `name,email,placements,state\n${rows.join('\n')}`;
const many = (count: number) =>
  fileOf(...Array.from({ length: count }, (_, at) => `Person ${at},p${at}@example.org,${imabari},FL`));
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => at + 2);

const given = () => {
  const { accounts } = fakeAccounts(lead, otherLead, ann, person('bob'));
  const fakes = fakeAlumInvitations();
  const drafts = new Map<string, AlumDraft>();
  let made = 0;
  const ports = {
    ...fakeMembers(chapterId, [aMember('ann')]),
    ...fakes,
    accounts: {
      ...accounts,
      many: async (ids: readonly string[]) =>
        (await accounts.many(ids)).map((one) => ({ ...one, name: one.id === 'ann' ? 'Ann Suzuki' : '' })),
    },
    alumni: { many: async () => [] },
    drafts: {
      find: async (id: string) => drafts.get(id),
      save: async (draft: AlumDraft) => {
        if ((drafts.get(draft.personId)?.version ?? 0) !== draft.version - 1)
          return fail({ kind: 'conflict' });
        drafts.set(draft.personId, draft);
        return ok(undefined);
      },
    },
    cursors: openCursors,
    newToken: () => `secret-${++made}`,
  } as const;
  return {
    ...fakes,
    drafts,
    tokenOf: (at = 0) => fakes.mails[at]?.linkToken ?? '',
    preview: previewAlumImport(ports),
    invite: importAlumni(ports),
    goOn: continueAlumImport(ports),
    list: listAlumInvitations(ports),
    withdraw: withdrawAlumInvitation(ports),
    view: viewAlumInvitation(ports),
    accept: acceptAlumInvitation(ports),
    decline: declineAlumInvitation(ports),
  };
};
const inviteOne = async (over: { csv?: string; rows?: number[] } = {}, call = atNoon) => {
  const world = given();
  const input = { chapterId, csv: many(1), rows: [2], language: 'en', ...over } as const;
  expect(await world.invite(lead, input, call)).toMatchObject({ value: { invited: 1 } });
  return world;
};

test('a preview tells row by row what would happen, changes nothing and mails nobody', async () => {
  const { preview, mails, kept, events } = given();
  const csv = fileOf(
    `Bob Field,bob.field@example.org,${imabari},FL`,
    `Suzuki Ann,other@example.org,${imabari},FL`,
    `Somebody,ann+jet@example.org,CIR||Oita|2015|2016,`,
    `Broken,nobody at home,${imabari},FL`,
  );
  const seen = await preview(lead, { chapterId, csv }, atNoon);
  expect(seen.ok && seen.value.rows.map(({ verdict }) => verdict)).toEqual([
    'ready',
    'duplicate',
    'duplicate',
    'wrong',
  ]);
  expect(seen.ok && seen.value.rows.flatMap(({ duplicates }) => duplicates)).toEqual([
    { as: 'member', by: 'name', name: 'Ann Suzuki' },
    { as: 'member', by: 'email', name: 'Ann Suzuki' },
  ]);
  expect(seen.ok && seen.value.left).toBe(300);
  expect([mails.length, kept.size, events.length]).toEqual([0, 0, 0]);
});

test('somebody who stands in the file twice, under two addresses, is shown at the second row and left to a person', async () => {
  const { preview, invite, mails } = given();
  const csv = fileOf(
    `Bob Field,bob@example.org,${imabari},FL`,
    `FIELD Bob,bob.field@work.example,CIR|Imabari|Ehime|2013|2014,FL`,
    `Robert,bob+jet@example.org,CIR||Oita|2015|2016,`,
    `Bob Field,another.bob@example.org,CIR||Oita|2015|2016,`,
  );
  const seen = await preview(lead, { chapterId, csv }, atNoon);
  expect(seen.ok && seen.value.rows.map(({ verdict }) => verdict)).toEqual([
    'ready',
    'duplicate',
    'duplicate',
    'ready',
  ]);
  expect(seen.ok && seen.value.rows.flatMap(({ duplicates }) => duplicates)).toEqual([
    { as: 'row', by: 'name', name: 'Bob Field', line: 2 },
    { as: 'row', by: 'email', name: 'Bob Field', line: 2 },
  ]);
  await invite(lead, { chapterId, csv, rows: [2, 3], language: 'en' }, atNoon);
  expect(mails.map(({ to }) => to.address)).toEqual(['bob@example.org', 'bob.field@work.example']);
});

test('an address tells nothing of whether somebody else has an account', async () => {
  const { preview } = given();
  const csv = fileOf(`Bob,bob@example.org,${imabari},`, `Nobody,nobody@example.org,${imabari},`);
  const seen = await preview(lead, { chapterId, csv }, atNoon);
  expect(seen.ok && seen.value.rows.map(({ verdict }) => verdict)).toEqual(['ready', 'ready']);
});

test('only the chapter’s own leads look, invite, list, withdraw and go on; no chapter that is no more has any', async () => {
  const { preview, invite, list, withdraw, goOn, kept } = given();
  const input = { chapterId, csv: many(1), rows: [2], language: 'en' } as const;
  for (const actor of [publicActor, staff, ann, otherLead]) {
    expect(await preview(actor, input, atNoon)).toEqual(notFound);
    expect(await invite(actor, input, atNoon)).toEqual(notFound);
    expect(await list(actor, { chapterId }, atNoon)).toEqual(notFound);
    expect(await withdraw(actor, { chapterId, invitationId: 'any' }, atNoon)).toEqual(notFound);
    expect(await goOn(actor, { chapterId, importId: 'any' }, atNoon)).toEqual(notFound);
  }
  const old = person('old', { kind: 'lead', chapterId: 'jetaa-new-orleans' });
  expect(await invite(old, { ...input, chapterId: 'jetaa-new-orleans' }, atNoon)).toEqual(notFound);
  expect(kept.size).toBe(0);
});

test('who is chosen gets one mail with a link, whose token is kept as a hash alone; events name nobody', async () => {
  const { mails, kept, events, tokenOf, imported } = await inviteOne();
  expect(mails).toMatchObject([
    {
      kind: 'alum-invitation',
      to: { address: 'p0@example.org', name: 'Person 0' },
      values: { chapter: 'JETAA Florida', linkPath: 'alumni/invitations' },
    },
  ]);
  const [invitation] = [...kept.values()];
  expect(invitation?.tokenHash).toBe(hashToken('alum-invitation', tokenOf()));
  expect(JSON.stringify([invitation, events])).not.toContain('secret');
  expect(JSON.stringify(events)).not.toMatch(/example|Person/);
  expect([...imported.values()]).toMatchObject([{ status: 'written', people: [] }]);
});

test('one row that cannot be invited refuses them all, and so does choosing nobody', async () => {
  const { invite, kept, mails, imported } = given();
  const csv = fileOf(`Bob,bob@example.org,${imabari},`, `Broken,none,${imabari},`);
  const refused = await invite(lead, { chapterId, csv, rows: [2, 3], language: 'en' }, atNoon);
  expect(refused).toMatchObject({
    failure: { kind: 'invalid-input', fields: [{ path: 'rows', code: 'wrong-row', detail: '3' }] },
  });
  const none = await invite(lead, { chapterId, csv, rows: [], language: 'en' }, atNoon);
  expect(none).toMatchObject({ failure: { fields: [{ path: 'rows', code: 'required' }] } });
  expect([kept.size, mails.length, imported.size]).toEqual([0, 0, 0]);
});

test('cut short, the same key or a lead’s word goes on: everyone is invited, nobody twice', async () => {
  for (const way of ['again', 'goOn'] as const) {
    const { invite, goOn, list, kept, mails, state, imported } = given();
    const input = { chapterId, csv: many(45), rows: rowsOf(45), language: 'en' } as const;
    state.faultAt = 2;
    await expect(invite(lead, input, atNoon)).rejects.toThrow('Cut short');
    expect(kept.size).toBe(20);
    const [begun] = [...imported.values()];
    expect(await list(lead, { chapterId }, atNoon)).toMatchObject({ value: { unfinished: [{ count: 45 }] } });
    const done =
      way === 'again'
        ? await invite(lead, input, atNoon)
        : await goOn(lead, { chapterId, importId: begun?.id ?? '' }, atNoon);
    expect(done).toMatchObject({ value: { invited: 45 } });
    expect([kept.size, new Set(mails.map(({ to }) => to.address)).size, mails.length]).toEqual([45, 45, 45]);
    expect(await list(lead, { chapterId }, atNoon)).toMatchObject({ value: { unfinished: [] } });
  }
});

test('another choice under the same key, as after going back, is not taken for the first one sent twice', async () => {
  const { invite, kept, imported } = given();
  const send = (rows: number[]) => invite(lead, { chapterId, csv: many(3), rows, language: 'en' }, atNoon);
  expect(await send([2, 3])).toMatchObject({ value: { invited: 2 } });
  expect(await send([2, 3])).toMatchObject({ value: { invited: 2 } });
  expect(imported.size).toBe(1);
  expect(await send([4])).toMatchObject({ value: { invited: 1 } });
  expect([...kept.values()].map(({ status }) => status)).toEqual(['pending', 'pending', 'pending']);
});

test('more than three hundred invitations on one day are refused whole; the next day has its own', async () => {
  const { invite, mails, preview } = given();
  const send = (from: number, at: Date) =>
    invite(
      lead,
      {
        chapterId,
        csv: many(200).replaceAll('p', `q${from}`).replace(/^.*\n/, 'name,email,placements,state\n'),
        rows: rowsOf(200),
        language: 'en',
      },
      { ...callAt(at), idempotencyKey: `key-${from}` },
    );
  expect((await send(1, noon)).ok).toBe(true);
  expect(await send(2, noon)).toEqual(fail({ kind: 'invitations-spent', most: 300 }));
  expect(mails).toHaveLength(200);
  expect(await preview(lead, { chapterId, csv: many(1) }, atNoon)).toMatchObject({ value: { left: 100 } });
  expect((await send(2, new Date(noon.getTime() + 86_400_000))).ok).toBe(true);
});

test('an address that was asked is shown as a duplicate; asked again on purpose, the first link ends', async () => {
  const { invite, preview, mails, tokenOf, view } = await inviteOne();
  const seen = await preview(lead, { chapterId, csv: many(1) }, atNoon);
  expect(seen).toMatchObject({
    value: { rows: [{ verdict: 'duplicate', duplicates: [{ as: 'invited', by: 'email' }] }] },
  });
  const call = { ...atNoon, idempotencyKey: 'key-2' };
  await invite(lead, { chapterId, csv: many(1), rows: [2], language: 'en' }, call);
  expect(mails).toHaveLength(2);
  expect(await view(publicActor, { token: tokenOf(0) }, atNoon)).toEqual(notFound);
  expect((await view(publicActor, { token: tokenOf(1) }, atNoon)).ok).toBe(true);
});

test('looking at the link changes nothing and tells who asks, not what was said; a made-up token opens nothing', async () => {
  const { view, tokenOf, kept } = await inviteOne();
  const before = JSON.stringify([...kept.values()]);
  const seen = await view(publicActor, { token: tokenOf() }, atNoon);
  expect(seen).toMatchObject({ value: { chapter: { id: chapterId }, accepted: false } });
  expect(JSON.stringify(seen)).not.toMatch(/Person 0|p0@|Imabari/);
  expect(JSON.stringify([...kept.values()])).toBe(before);
  for (const token of ['', 'x', `${tokenOf()}x`, 'a/b.c'])
    expect(await view(publicActor, { token }, atNoon)).toEqual(notFound);
});

test('who accepts finds it in their own registration, unsent, and nothing stays in the invitation', async () => {
  const { accept, tokenOf, drafts, kept, view } = await inviteOne();
  expect(await accept(publicActor, { token: tokenOf() }, atNoon)).toEqual(notFound);
  expect(await accept(ann, { token: tokenOf() }, atNoon)).toEqual(ok({ chapterId }));
  expect(drafts.get('ann')).toMatchObject({
    invitedBy: chapterId,
    registration: {
      placements: [
        { role: 'ALT', text: 'Imabari', prefecture: 'Ehime', code: '38202', from: 2009, to: 2012 },
      ],
      home: { in: 'us', city: '', state: 'FL' },
    },
  });
  expect(drafts.get('ann')?.registration.choices).toBeUndefined();
  expect(JSON.stringify([...kept.values()])).not.toMatch(/Person 0|p0@|Imabari/);
  expect(await accept(ann, { token: tokenOf() }, atNoon)).toEqual(ok({ chapterId }));
  expect(drafts.get('ann')?.version).toBe(1);
  expect(await accept(person('bob'), { token: tokenOf() }, atNoon)).toEqual(notFound);
  expect(await view(publicActor, { token: tokenOf() }, atNoon)).toEqual(notFound);
});

test('what somebody has written of themselves stays as they wrote it', async () => {
  const { accept, tokenOf, drafts } = await inviteOne();
  const own = { placements: [{ role: 'CIR', text: 'Oita', from: 2001, to: 2003 }] } as const;
  drafts.set('ann', {
    personId: 'ann',
    version: 3,
    savedAt: noon.toISOString(),
    expiresAt: 1,
    registration: { placements: [...own.placements] },
  });
  await accept(ann, { token: tokenOf() }, atNoon);
  expect(drafts.get('ann')).toMatchObject({
    version: 4,
    registration: { placements: own.placements, home: { in: 'us', state: 'FL' } },
  });
});

test('a link is good for thirty days and not one instant more', async () => {
  const { accept, view, tokenOf } = await inviteOne();
  const after = (ms: number) => callAt(new Date(noon.getTime() + 30 * 86_400_000 + ms));
  expect((await view(publicActor, { token: tokenOf() }, after(-1))).ok).toBe(true);
  expect(await view(publicActor, { token: tokenOf() }, after(0))).toMatchObject({
    failure: { kind: 'link-expired' },
  });
  expect(await accept(ann, { token: tokenOf() }, after(0))).toMatchObject({
    failure: { kind: 'link-expired' },
  });
});

test('who declines needs no account, leaves nothing, and is not asked again by that chapter', async () => {
  const { decline, preview, invite, tokenOf, kept, mails } = await inviteOne();
  expect(await decline(publicActor, { token: tokenOf() }, atNoon)).toEqual(ok({ chapterId }));
  expect(await decline(publicActor, { token: tokenOf() }, atNoon)).toEqual(ok({ chapterId }));
  expect(JSON.stringify([...kept.values()])).not.toMatch(/Person 0|p0@|Imabari/);
  expect(await preview(lead, { chapterId, csv: many(1) }, atNoon)).toMatchObject({
    value: { rows: [{ verdict: 'wrong', problems: [{ code: 'declined' }] }] },
  });
  const call = { ...atNoon, idempotencyKey: 'key-2' };
  await invite(lead, { chapterId, csv: many(1), rows: [2], language: 'en' }, call);
  expect(mails).toHaveLength(1);
});

test('a no that comes late keeps the chapter from asking again as long as one that comes at once', async () => {
  for (const day of [0, 29]) {
    const { decline, tokenOf, kept } = await inviteOne();
    const at = new Date(noon.getTime() + day * 86_400_000);
    await decline(publicActor, { token: tokenOf() }, callAt(at));
    // When the table forgets it, and with it that somebody said no.
    const [declined] = [...kept.values()];
    expect(new Date(declined?.expiresAt ?? '').getTime() - at.getTime()).toBe(30 * 86_400_000);
  }
});

test('a lead takes an invitation back: its link ends and names go; the list shows names only while one waits', async () => {
  const { withdraw, list, view, tokenOf, kept } = await inviteOne();
  expect(await list(lead, { chapterId }, atNoon)).toMatchObject({
    value: { items: [{ status: 'pending', name: 'Person 0', email: 'p0@example.org' }] },
  });
  const [invitation] = [...kept.values()];
  const invitationId = invitation?.id ?? '';
  expect(await withdraw(otherLead, { chapterId: 'jetaa-texoma', invitationId }, atNoon)).toEqual(notFound);
  expect((await withdraw(lead, { chapterId, invitationId }, atNoon)).ok).toBe(true);
  expect(await view(publicActor, { token: tokenOf() }, atNoon)).toEqual(notFound);
  const listed = await list(lead, { chapterId }, atNoon);
  expect(JSON.stringify(listed)).not.toMatch(/Person 0|p0@/);
});
