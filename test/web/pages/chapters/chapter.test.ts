import { expect, test } from 'vitest';
import {
  acceptAlumInvitation,
  declineAlumInvitation,
} from '../../../../shared/chapters/answer-alum-invitation.ts';
import { exportChapterMembers } from '../../../../shared/chapters/export-chapter-members.ts';
import { continueAlumImport, importAlumni } from '../../../../shared/chapters/import-alumni.ts';
import {
  listAlumInvitations,
  withdrawAlumInvitation,
} from '../../../../shared/chapters/list-alum-invitations.ts';
import { listChapterMembers } from '../../../../shared/chapters/list-chapter-members.ts';
import { listChapters, viewChapter } from '../../../../shared/chapters/list-chapters.ts';
import { previewAlumImport } from '../../../../shared/chapters/preview-import.ts';
import { viewAlumInvitation } from '../../../../shared/chapters/view-alum-invitation.ts';
import { viewChapterNumbers } from '../../../../shared/chapters/view-chapter-numbers.ts';
import type { IntroductionEntry } from '../../../../shared/introductions/introduction-lists.ts';
import { leads } from '../../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import type { ChapterUseCases } from '../../../../web/pages/chapters/use-cases.ts';
import { fakeAccounts } from '../../../support/accounts-fakes.ts';
import { aMember, fakeAlumInvitations, fakeMembers } from '../../../support/chapters-fakes.ts';
import { openCursors } from '../../../support/programs-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const chapterId = 'jetaa-florida';
const lead = aPerson('lead', { kind: 'lead', chapterId });
const staff = aPerson('staff', { kind: 'staff', programId: 'leading-asia' });
const ann = aPerson('ann');
const imabari = 'ALT|Imabari|Ehime|2009|2012';
const csv = [
  'name,email,placements,state',
  `Bob <b>Field,bob@example.org,${imabari},FL`,
  `Wrong,wrong@example.org,ALT|Imabari|Atlantis|2009|2012,FL`,
  `Ann,ann@example.org,${imabari},FL`,
].join('\n');

const entry = (no: number, status: IntroductionEntry['status']): IntroductionEntry => ({
  id: `i${no}`,
  alumId: `a${no}`,
  number: `A-00000${no}`,
  partnership: {
    id: 'lakeland-fl-imabari',
    us: { name: 'Lakeland', region: 'FL' },
    jp: { name: 'Imabari', region: 'Ehime', nameJa: '今治市' },
    standing: 'reference',
  },
  status,
  at: '2027-01-02T00:00:00.000Z',
  expiresAt: '2027-01-23T00:00:00.000Z',
});
const listChapterIntroductions: ChapterUseCases['listChapterIntroductions'] = async (
  actor,
  { chapterId: of },
) =>
  leads(actor, of)
    ? ok({ items: [entry(1, 'requested'), entry(2, 'not-taken-up'), entry(3, 'joined')] })
    : fail({ kind: 'not-found' });

const given = (members = [aMember('ann'), aMember('cat')]) => {
  const { accounts } = fakeAccounts(lead.actor, ann.actor);
  const fakes = fakeAlumInvitations();
  const ports = {
    ...fakeMembers(chapterId, members),
    ...fakes,
    accounts: {
      many: async (ids: readonly string[]) =>
        (await accounts.many(ids)).map((one) => ({ ...one, name: '=Ann <b>Suzuki' })),
    },
    alumni: { many: async () => [] },
    drafts: { find: async () => undefined, save: async () => ok(undefined) },
    partnerships: { confirmed: async () => [] },
    note: async () => undefined,
    cursors: openCursors,
    newToken: () => 'secret',
  };
  const chapters = {
    listChapters: listChapters(),
    viewChapter: viewChapter(),
    viewAlumniCounts: async () => ok({ prefectures: [], states: [] }),
    listChapterMembers: listChapterMembers(ports),
    viewChapterNumbers: viewChapterNumbers(ports),
    exportChapterMembers: exportChapterMembers(ports),
    listChapterIntroductions,
    previewAlumImport: previewAlumImport(ports),
    importAlumni: importAlumni(ports),
    continueAlumImport: continueAlumImport(ports),
    listAlumInvitations: listAlumInvitations(ports),
    withdrawAlumInvitation: withdrawAlumInvitation(ports),
    viewAlumInvitation: viewAlumInvitation(ports),
    acceptAlumInvitation: acceptAlumInvitation(ports),
    declineAlumInvitation: declineAlumInvitation(ports),
  };
  return { ...webApp({ people: [lead, staff, ann], useCases: { chapters } }), ...fakes };
};
const here = `/en/chapters/${chapterId}`;

test('a lead finds members with where they served, as text; staff and others find the public part alone', async () => {
  const { get } = given();
  const html = await (await get(here, { as: lead })).text();
  expect(html).toContain('=Ann &lt;b&gt;Suzuki');
  expect(html).toMatch(/ALT, Imabari, Ehime, 2009–2012.*今治市/s);
  expect(html).not.toContain('ann@example.org');
  for (const as of [staff, ann, undefined]) {
    const seen = await (await get(here, as && { as })).text();
    expect(seen).toContain('Consulate-General of Japan in Miami');
    expect(seen).not.toContain('Suzuki');
  }
  const japanese = await (await get(`/ja/chapters/${chapterId}`, { as: lead })).text();
  expect(japanese).toContain('愛媛県今治市、ALT、2009～2012年');
});

test('a chapter without members says so', async () => {
  expect(await (await given([]).get(here, { as: lead })).text()).toContain('No member is seen here yet');
});

test('the list comes as a file by a POST, with no formula in it; nobody else has it', async () => {
  const { post } = given();
  const file = await post(`${here}/members.csv`, {}, { as: lead });
  expect(file.headers.get('content-disposition')).toContain('members-jetaa-florida.csv');
  const text = await new Response(file.body?.pipeThrough(new DecompressionStream('gzip'))).text();
  expect(text).toContain("'=Ann <b>Suzuki");
  for (const as of [staff, ann]) expect((await post(`${here}/members.csv`, {}, { as })).status).toBe(404);
});

test('numbers have a map with a table that says the same, for leads and staff, in both languages', async () => {
  const { get } = given();
  for (const as of [lead, staff]) {
    const html = await (await get(`${here}/numbers`, { as })).text();
    expect(html).toContain('<circle');
    expect(html).toMatch(/<th scope="row">Ehime<\/th><td class="num">2<\/td>/);
    expect(html).toMatch(/href="\/en\/partnerships\/lakeland-fl-imabari"/);
    expect(html).toContain('November 2026');
  }
  expect(await (await get(`/ja/chapters/${chapterId}/numbers`, { as: lead })).text()).toContain('2026年11月');
  expect((await get(`${here}/numbers`, { as: ann })).status).toBe(404);
  expect((await get(`${here}/numbers`)).status).toBe(303);
});

test('introductions under way are listed by number and state for leads alone', async () => {
  const { get } = given();
  const html = await (await get(`${here}/introductions`, { as: lead })).text();
  expect(html).toMatch(
    /A-000001.*Lakeland, FL.*Waiting for the alum.*A-000002.*Not taken up.*A-000003.*Joined/s,
  );
  for (const as of [staff, ann]) expect((await get(`${here}/introductions`, { as })).status).toBe(404);
  const numbers = await (await get(`${here}/numbers`, { as: staff })).text();
  expect(numbers).not.toContain(`${here}/introductions`);
});

test('a file is looked at before anybody gets mail; who is ticked is then invited', async () => {
  const { get, post, mails } = given();
  const path = `${here}/invitations`;
  expect((await get(path, { as: lead })).status).toBe(200);
  const looked = await post(path, { act: 'check', csv }, { as: lead });
  const html = await looked.text();
  expect(looked.status).toBe(200);
  expect(html).toContain('Bob &lt;b&gt;Field');
  expect(html).toContain('“Atlantis” is no prefecture.');
  expect(html).toMatch(/name="rows" value="2" checked/);
  expect(html).not.toContain('name="rows" value="3"');
  expect(html).toMatch(/name="rows" value="4"(?! checked)/);
  expect(html).toContain('A member with this address');
  expect(mails).toEqual([]);
  const sent = await post(path, { act: 'import', csv, rows: '2', language: 'en' }, { as: lead });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?invited=1`]);
  expect(mails.map(({ to }) => to.address)).toEqual(['bob@example.org']);
  const after = await (await get(`${path}?invited=1`, { as: lead })).text();
  expect(after).toContain('1 person was invited.');
  expect(after).toContain('bob@example.org');
});

test('nothing ticked, a wrong row or no table comes back with 400, its reason and what was typed', async () => {
  const { post, mails } = given();
  const path = `${here}/invitations`;
  const nobody = await post(path, { act: 'import', csv, language: 'en' }, { as: lead });
  expect(nobody.status).toBe(400);
  const html = await nobody.text();
  expect(html).toContain('Tick at least one row.');
  expect(html).toContain('Bob &lt;b&gt;Field');
  const wrong = await post(path, { act: 'import', csv, rows: '3', language: 'en' }, { as: lead });
  expect(await wrong.text()).toContain('Row 3 cannot be invited any more');
  const none = await post(path, { act: 'check', csv: 'no table' }, { as: lead });
  expect(none.status).toBe(400);
  expect(await none.text()).toContain('no table</textarea>');
  expect(mails).toEqual([]);
});

test('invitations are the leads’ alone', async () => {
  const { get, post } = given();
  for (const as of [staff, ann]) {
    expect((await get(`${here}/invitations`, { as })).status).toBe(404);
    expect((await post(`${here}/invitations`, { act: 'check', csv }, { as })).status).toBe(404);
    expect((await post(`${here}/invitations`, { act: 'import', csv, rows: '2' }, { as })).status).toBe(404);
  }
});

test('the mail’s link shows two buttons and changes nothing; accepting leads to one’s registration', async () => {
  const { get, post, mails, kept } = given();
  await post(`${here}/invitations`, { act: 'import', csv, rows: '2', language: 'en' }, { as: lead });
  const link = `/en/alumni/invitations/${mails[0]?.linkToken}`;
  const before = JSON.stringify([...kept.values()]);
  const seen = await get(link);
  expect(seen.headers.get('referrer-policy')).toBe('no-referrer');
  const html = await seen.text();
  expect(html).toContain('JETAA Florida');
  expect(html).not.toMatch(/Bob|Imabari/);
  expect(JSON.stringify([...kept.values()])).toBe(before);
  const first = await post(link, { act: 'accept' });
  expect(first.headers.get('location')).toMatch(/^\/en\/sign-in\?next=/);
  const accepted = await post(link, { act: 'accept' }, { as: ann });
  expect(accepted.headers.get('location')).toBe('/en/alumni/me');
  expect(await (await get(link, { as: ann })).text()).toContain('You have accepted this invitation.');
  expect((await get(link)).status).toBe(404);
});

test('declining needs no account and says that all is deleted; a made-up link is not found', async () => {
  const { post, get, mails } = given();
  await post(`${here}/invitations`, { act: 'import', csv, rows: '2', language: 'ja' }, { as: lead });
  const link = `/ja/alumni/invitations/${mails[0]?.linkToken}`;
  expect(await (await post(link, { act: 'decline' })).text()).toContain('削除しました');
  expect((await get(link)).status).toBe(404);
  expect((await get('/en/alumni/invitations/made.up')).status).toBe(404);
});
