import { expect, test, vi } from 'vitest';
import type { Failure } from '../../../../shared/failures.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import type { Export } from '../../../../shared/roster/export.ts';
import type { RosterList } from '../../../../shared/roster/list-roster.ts';
import type { Mailing } from '../../../../shared/roster/mailing.ts';
import type { MailingPreview } from '../../../../shared/roster/preview-mailing.ts';
import { aJob } from '../../../support/jobs-fakes.ts';
import { aRound } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-1', { kind: 'staff', programId: 'leading-asia' });
const pair = { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' };
const line: RosterList['items'][number] = {
  ...{ id: 'a1', receipt: 'SHM-A1', title: '<b>Music</b>', pair, partnershipId: 'austin-tx-oita' },
  ...{ state: 'TX', prefecture: 'Oita', status: 'in-review', theme: 'sustainability', firstTime: true },
  ...{ samePair: [{ id: 'a2', receipt: 'SHM-A2' }], samePairs: 3 },
  ...{ submittedAt: '2027-01-10T12:00:00.000Z', requestedCents: 900_000, matchCents: 300_000 },
};
const listed: RosterList = {
  ...{ round: aRound(), items: [line], total: 1, drafts: 2, next: 'sealed' },
  choices: { states: ['TX'], prefectures: ['Oita'], partnerships: [{ id: 'austin-tx-oita', pair }] },
};
const asked: Export = {
  ...{ id: 'e1', version: 2, roundId: 'round-1', format: 'csv', language: 'en', filter: {}, applications: 3 },
  ...{ askedBy: 'staff-1', askedAt: '2027-01-03T12:00:00.000Z', jobId: 'job-1' },
};
const file = {
  ...{ bytes: 2_500_000, missing: 1, owed: [] },
  ...{ writtenAt: '2027-01-03T12:01:00.000Z', expiresAt: '2027-01-10T12:01:00.000Z' },
};
const mailing: Mailing = {
  ...{ id: 'm1', version: 1, status: 'draft', roundId: 'round-1', filter: { theme: 'sustainability' } },
  ...{ subject: { en: 'About {title}', ja: '' }, body: { en: 'Dear {name}', ja: '' }, to: 'owners' },
  ...{ savedBy: 'staff-1', savedAt: '2027-01-03T12:00:00.000Z' },
};
const preview: MailingPreview = {
  ...{ round: aRound(), mailing, applications: 1, messages: 1 },
  items: [
    {
      application: { id: 'a1', title: 'Music', pair },
      mails: [
        {
          to: { name: 'Owner', address: 'owner@city.example' },
          language: 'en',
          letter: { subject: 'About Music', text: 'Dear Owner' },
        },
      ],
    },
  ],
};

const given = ({
  refusal,
  list = listed,
  seen = preview,
  exported = { asked },
}: {
  refusal?: Failure;
  list?: RosterList;
  seen?: MailingPreview;
  exported?: object;
} = {}) => {
  const act = <Value>(value: Value) => vi.fn(async () => (refusal ? fail(refusal) : ok(value)));
  const useCases = {
    listRoster: vi.fn(async () => ok(list)),
    rebuildRoster: act({}),
    askExport: act(asked),
    listExports: async () => ok({ round: aRound(), items: [exported] }),
    openExport: act({ address: 'https://files.test/one-minute' }),
    writeMailing: act(mailing),
    editMailing: act(mailing),
    previewMailing: vi.fn(async () => ok(seen)),
    sendMailing: act(mailing),
    cancelJob: act({}),
  };
  return { ...webApp({ people: [staff], useCases: { roster: useCases as never } }), useCases };
};
const base = '/en/staff/lists/round-1';
const asStaff = { as: staff };

test('a filter, an order and columns stand in the address, and reach the list as they are', async () => {
  const { get, useCases } = given();
  const query =
    'q=river&theme=sustainability&state=TX&status=nonsense&sort=requested&direction=down&column=match';
  const html = await (await get(`${base}?${query}`, asStaff)).text();
  expect(useCases.listRoster).toHaveBeenCalledWith(
    staff.actor,
    expect.objectContaining({
      q: 'river',
      theme: 'sustainability',
      state: 'TX',
      sort: 'requested',
      direction: 'down',
    }),
    expect.anything(),
  );
  expect(html).toContain('data-head="Match"');
  expect(html).not.toContain('data-head="Title"');
  expect(html).toMatch(/cursor=sealed/);
  expect(html).toContain('/mailings/new?q=river&amp;theme=sustainability&amp;state=TX');
});

test('a line leads to what else stands sent for its partnership, and says how many more there are', async () => {
  const { get } = given();
  const html = await (await get(base, asStaff)).text();
  expect(html).toMatch(
    /Same partnership: <a class="num" href="\/en\/staff\/applications\/a2">SHM-A2<\/a> and 2 more/,
  );
  const japanese = await (await get(base.replace('/en/', '/ja/'), asStaff)).text();
  expect(japanese).toMatch(/同じ姉妹都市の申請： <a [^>]*>SHM-A2<\/a> ほか2件/);
});

test('a title is text, and both languages say what is found', async () => {
  const { get } = given();
  const html = await (await get(`${base}`, asStaff)).text();
  expect(html).toContain('&lt;b&gt;Music&lt;/b&gt;');
  const japanese = await (await get(`${base.replace('/en/', '/ja/')}`, asStaff)).text();
  for (const words of ['検索・抽出', '該当件数', '大分県', 'テキサス州']) expect(japanese).toContain(words);
});

test('an empty list says whether a filter is why', async () => {
  const { get } = given({ list: { ...listed, items: [], total: 0 } });
  expect(await (await get(`${base}?q=x`, asStaff)).text()).toContain('No application fits');
  expect(await (await get(`${base}`, asStaff)).text()).toContain('Nothing has been sent yet');
});

test('an export is asked for with the filter of its address, and listed with how far it is', async () => {
  const job = { ...aJob({ kind: 'write-export', status: 'running', done: 1, total: 3 }), stalled: false };
  const { get, post, useCases } = given({ exported: { asked, job } });
  const response = await post(
    `${base}/exports?theme=sustainability`,
    { action: 'ask', format: 'zip' },
    asStaff,
  );
  expect(response.status).toBe(303);
  expect(useCases.askExport).toHaveBeenCalledWith(
    staff.actor,
    { roundId: 'round-1', format: 'zip', language: 'en', filter: { theme: 'sustainability' } },
    expect.anything(),
  );
  const page = await get(`${base}/exports`, asStaff);
  expect(page.headers.get('refresh')).toBe('5');
  expect(await page.text()).toContain('1 of 3 written');
  expect((await post(`${base}/exports`, { action: 'ask' }, asStaff)).status).toBe(400);
});

test('a finished export leads to its file, one that was deleted does not', async () => {
  const { get } = given({ exported: { asked: { ...asked, file } } });
  const html = await (await get(`${base}/exports`, asStaff)).text();
  expect(html).toContain('/exports/e1/file');
  expect(html).toContain('2.5 MB');
  const fetched = await get(`${base}/exports/e1/file`, asStaff);
  expect([fetched.status, fetched.headers.get('location')]).toEqual([303, 'https://files.test/one-minute']);
  const old = given({
    exported: { asked: { ...asked, file: { ...file, expiresAt: '2027-01-04T11:59:59.000Z' } } },
  });
  expect(await (await old.get(`${base}/exports`, asStaff)).text()).not.toContain('/exports/e1/file');
});

test('a conflict that keeps the file shut is said in words, with its status', async () => {
  const { get } = given({ refusal: { kind: 'kept-since' } });
  const response = await get(`${base}/exports/e1/file`, asStaff);
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('Please ask for another one');
});

test('a mailing’s words are kept where they are refused, and lead to their fields', async () => {
  const { post, useCases } = given();
  const typed = { to: 'owners', 'subject.en': 'Kept words', 'body.en': 'To {nobody}' };
  const response = await post(`${base}/mailings/new`, typed, asStaff);
  const html = await response.text();
  expect(response.status).toBe(400);
  expect(html).toContain('href="#body-en"');
  expect(html).toContain('Kept words');
  expect(useCases.writeMailing).not.toHaveBeenCalled();
  const good = await post(`${base}/mailings/new`, { ...typed, 'body.en': 'To {name}' }, asStaff);
  expect(good.headers.get('location')).toContain('/mailings/m1');
});

test('a preview says who gets mail, and sending says how many were looked at', async () => {
  const { get, post, useCases } = given();
  const html = await (await get(`${base}/mailings/m1`, asStaff)).text();
  for (const words of ['About Music', 'owner@city.example', 'One message about one application'])
    expect(html).toContain(words);
  const sent = { action: 'send', version: '1', hold: 'send', applications: '1' };
  expect((await post(`${base}/mailings/m1`, sent, asStaff)).status).toBe(303);
  expect(useCases.sendMailing).toHaveBeenCalledWith(
    staff.actor,
    { mailingId: 'm1', version: 1, hold: false, applications: 1 },
    expect.anything(),
  );
});

test('a mailing that is written offers no button to write it again', async () => {
  const { get } = given({ seen: { ...preview, mailing: { ...mailing, status: 'written', messages: 1 } } });
  const html = await (await get(`${base}/mailings/m1`, asStaff)).text();
  expect(html).toContain('One message was written');
  expect(html).not.toContain('value="send"');
});
