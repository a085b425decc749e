import { parse } from 'csv-parse/sync';
import { expect, test, vi } from 'vitest';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { aDecision } from '../../../support/awards-fakes.ts';
import { anApplication, aRound } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-2', { kind: 'staff', programId: 'leading-asia' });
const applicant = aPerson('ada', { kind: 'member', organisationId: 'lakeland', as: 'owner' });
const application = anApplication({ status: 'in-review', title: '<b>Makers & mills</b>' });

const given = (over: object = {}) => {
  const decisions = {
    listDecisions: async () =>
      ok({ round: aRound(), rows: [{ application, decision: aDecision(), setAside: 0 }], kept: 1 }),
    viewDecision: async () => ok({ round: aRound(), application, decision: aDecision(), setAside: 0 }),
    proposeDecision: vi.fn(async () => ok(aDecision())),
    settleDecision: vi.fn(async () => ok(aDecision({ status: 'certified' }))),
    announceRound: vi.fn(async () => ok(aRound())),
    ...over,
  };
  return { decisions, ...webApp({ people: [staff, applicant], useCases: { decisions, decide: decisions } }) };
};

test('the table shows what is proposed, says what is kept from the reader, and offers no announcement yet', async () => {
  const html = await (await given().get('/en/staff/rounds/round-1/decisions', { as: staff })).text();
  expect(html).toContain('Lakeland, FL – Imabari');
  expect(html).toContain('One more application in this round is not shown to you');
  expect(html).toContain('&lt;b&gt;Makers &amp; mills&lt;/b&gt;');
  expect(html).not.toContain('Announce the round');
});

test('decisions leave as a file: one row an application the reader may see, amounts for awards alone, no text a formula', async () => {
  const waitlisted = aDecision({
    decision: 'waitlist',
    amountCents: 0,
    waitlistRank: 2,
    reason: '=1+1',
    status: 'certified',
    settledBy: 'staff-2',
    settledAt: '2027-02-21T12:00:00.000Z',
  });
  const rows = [
    { application, decision: aDecision(), setAside: 0 },
    { application: { ...application, id: 'a2' }, decision: waitlisted, setAside: 0 },
    { application: { ...application, id: 'a3' }, decision: undefined, setAside: 0 },
  ];
  const { get } = given({ listDecisions: async () => ok({ round: aRound(), rows, kept: 1 }) });
  const page = await (await get('/en/staff/rounds/round-1/decisions', { as: staff })).text();
  const [, path = ''] = /href="\/en([^"]+decisions\.csv)"/.exec(page) ?? [];
  const answer = await get(`/en${path}`, { as: staff });
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="decisions-round-1.csv"');
  const text = await new Response(answer.body?.pipeThrough(new DecompressionStream('gzip'))).text();
  const read: Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(read.map((row) => [row.application, row.decision, row.amount, row.status])).toEqual([
    ['SHM-A1', 'award', '10000.00', 'proposed'],
    ['SHM-A2', 'waitlist', '', 'certified'],
    ['SHM-A3', '', '', 'none'],
  ]);
  expect(read[1]).toMatchObject({
    ...{ us: 'Lakeland, FL', requested: '12600.00', waitlist_rank: '2', reason: "'=1+1" },
    ...{ proposed_by_id: 'staff-1', settled_by_id: 'staff-2', settled_at: '2027-02-21T12:00:00.000Z' },
  });
});

test('nobody finds the file of decisions but who finds the page', async () => {
  const { get } = given({ listDecisions: async () => fail({ kind: 'not-found' }) });
  const path = '/en/staff/rounds/round-1/decisions/export/decisions.csv';
  expect((await get(path, { as: applicant })).status).toBe(404);
});

test('once all is certified the announcement says that nobody gets mail and how many letters are held', async () => {
  const rows = [{ application, decision: aDecision({ status: 'certified', version: 2 }), setAside: 0 }];
  const { get, post, decisions } = given({
    listDecisions: async () => ok({ round: aRound(), rows, kept: 0 }),
  });
  const html = await (await get('/en/staff/rounds/round-1/decisions', { as: staff })).text();
  expect(html).toMatch(/No mail goes to anyone\..*One letter is written and held/s);
  const response = await post('/en/staff/rounds/round-1/decisions', { version: '4' }, { as: staff });
  expect(response.status).toBe(303);
  expect(decisions.announceRound).toHaveBeenCalledWith(
    staff.actor,
    { roundId: 'round-1', version: 4 },
    expect.anything(),
  );
});

test('where one person has proposed and certified, the page says which, and that another’s certificate is needed', async () => {
  const certified = aDecision({ status: 'certified', version: 2 });
  const other = { ...application, id: 'a2' };
  const rows = [application, other].map((one) => ({ application: one, decision: certified, setAside: 0 }));
  const { post } = given({
    listDecisions: async () => ok({ round: aRound(), rows, kept: 0 }),
    announceRound: async () => fail({ kind: 'certified-by-proposer', applicationIds: ['a2'] }),
  });
  const refused = await post('/en/staff/rounds/round-1/decisions', { version: '1' }, { as: staff });
  expect(refused.status).toBe(409);
  const html = await refused.text();
  expect(html).toContain('One and the same person has proposed and certified some of these decisions');
  expect(html.match(/Proposed and certified by one and the same person/g)).toHaveLength(1);
  const japanese = await post('/ja/staff/rounds/round-1/decisions', { version: '1' }, { as: staff });
  expect(await japanese.text()).toContain('起案者と承認者が同一です。別の職員による承認が必要です。');
});

test('a proposal typed in dollars arrives in cents', async () => {
  const { post, decisions } = given();
  const typed = {
    decision: 'award',
    amountCents: '$12,600.50',
    reason: 'Strong.',
    version: '1',
    action: 'propose',
  };
  expect((await post('/en/staff/applications/a1/decision', typed, { as: staff })).status).toBe(303);
  expect(decisions.proposeDecision).toHaveBeenCalledWith(
    staff.actor,
    { decision: 'award', amountCents: 1_260_050, reason: 'Strong.', applicationId: 'a1', version: 1 },
    expect.anything(),
  );
});

test.each([
  [{ decision: 'award', amountCents: 'a lot', reason: 'Strong.' }, 'amountCents'],
  [{ amountCents: '100', reason: 'Strong.' }, 'decision'],
  [{ decision: 'award', amountCents: '100', reason: ' ' }, 'reason'],
])('a wrong field comes back with 400, marked, and what was typed kept (%o)', async (typed, field) => {
  const { post, decisions } = given();
  const response = await post(
    '/en/staff/applications/a1/decision',
    { ...typed, version: '1' },
    { as: staff },
  );
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toContain(`href="#${field}"`);
  expect(html).toContain(`value="${typed.amountCents}"`);
  expect(decisions.proposeDecision).not.toHaveBeenCalled();
});

test('who proposed sees no button to certify, the second person does', async () => {
  const own = await (
    await given({
      viewDecision: async () =>
        ok({ round: aRound(), application, decision: aDecision({ proposedBy: 'staff-2' }) }),
    }).get('/ja/staff/applications/a1/decision', { as: staff })
  ).text();
  expect(own).not.toContain('value="certify"');
  const other = await (await given().get('/ja/staff/applications/a1/decision', { as: staff })).text();
  expect(other).toMatch(/value="certify".*この決定を承認する/s);
});

test('a refused certificate says why and keeps the page', async () => {
  const { post } = given({ settleDecision: async () => fail({ kind: 'own-proposal' }) });
  const response = await post(
    '/en/staff/applications/a1/decision',
    { action: 'certify', version: '1' },
    { as: staff },
  );
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('someone else has to certify it');
});

test('once it is announced the page leads to complaints about the round, and before it does not', async () => {
  const link = 'href="/en/staff/rounds/round-1/complaints"';
  const page = async (round: ReturnType<typeof aRound>) => {
    const { get } = given({ listDecisions: async () => ok({ round, rows: [], kept: 0 }) });
    return (await get('/en/staff/rounds/round-1/decisions', { as: staff })).text();
  };
  expect(await page(aRound({ announcedAt: '2027-03-01T15:00:00.000Z' }))).toContain(link);
  expect(await page(aRound())).not.toContain(link);
});

test('for anyone but staff these addresses do not exist', async () => {
  const { get } = given();
  for (const path of ['/en/staff/rounds/round-1/decisions', '/en/staff/applications/a1/decision'])
    expect((await get(path, { as: applicant })).status).toBe(404);
});

test('a decision made by a review that is set aside says so on both pages, and offers what it offered', async () => {
  const decision = aDecision();
  const { get } = given({
    listDecisions: async () =>
      ok({ round: aRound(), rows: [{ application, decision, setAside: 2 }], kept: 0 }),
    viewDecision: async () => ok({ round: aRound(), application, decision, setAside: 1 }),
  });
  const list = await (await get('/en/staff/rounds/round-1/decisions', { as: staff })).text();
  expect(list).toContain('2 reviews set aside');
  const one = await (await get('/en/staff/applications/a1/decision', { as: staff })).text();
  expect(one).toContain('One review that was in before this was proposed is set aside');
  expect(one).toContain('href="/en/staff/rounds/round-1/scores#set-aside"');
  expect(one).toContain('value="certify"');
  const ja = await (await get('/ja/staff/applications/a1/decision', { as: staff })).text();
  expect(ja).toContain('決定が自動的に変わることはありません');
  const none = await (await given().get('/en/staff/applications/a1/decision', { as: staff })).text();
  expect(none).not.toContain('set aside');
});
