import { expect, test, vi } from 'vitest';
import type { PortfolioView } from '../../../../shared/awards/view-portfolio.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { aJob } from '../../../support/jobs-fakes.ts';
import { anApplication, aRound } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-2', { kind: 'staff', programId: 'leading-asia' });
const application = anApplication({ status: 'in-review' });
const row = {
  application,
  facts: {
    applicationId: 'a1',
    score: 400,
    requestedCents: 1_260_000,
    theme: 'sustainability',
    usRegion: 'South',
    jpRegion: 'Shikoku',
    firstTime: true,
    population: 117_000,
  },
  amountCents: 1_200_000,
  override: { applicationId: 'a1', choice: 'in', reason: '<b>The board’s wish</b>' },
} as const;
const portfolio = {
  roundId: 'round-1',
  version: 2,
  terms: {
    minimumShare: 100,
    floors: [
      { kind: 'first-time', value: '', measure: 'awards', least: 1 },
      { kind: 'us-region', value: 'South', measure: 'cents', least: 500_000 },
    ],
    overrides: [{ applicationId: 'a1', choice: 'in', reason: '<b>The board’s wish</b>' }],
  },
  askedBy: 'staff-1',
  askedAt: '2027-02-20T12:00:00.000Z',
  jobId: 'job-1',
  plan: {
    status: 'optimal',
    awards: [{ applicationId: 'a1', amountCents: 1_200_000 }],
    score: 400,
    scale: 100,
    floors: [
      { reached: 1, cost: 37 },
      { reached: 1_200_000, cost: 0 },
    ],
    candidates: 5,
    plannedAt: '2027-02-20T12:01:00.000Z',
  },
} satisfies PortfolioView['portfolio'];
const seen: PortfolioView = { round: aRound(), isKept: false, rows: [row], scale: 100, portfolio };

const given = (view: PortfolioView = seen, refusal?: Failure) => {
  let shown = view;
  const useCases = {
    viewPortfolio: async () => ok(shown),
    cancelJob: vi.fn(async () => {
      if (refusal) return fail(refusal);
      if (shown.job) shown = { ...shown, job: { ...shown.job, status: 'cancelled' } };
      return ok({});
    }),
    askPortfolio: vi.fn(async () => ok({})),
    proposePortfolio: vi.fn(async () =>
      ok({
        proposed: 3,
        failures: [
          { applicationId: 'a9', kind: 'stale' },
          { applicationId: 'a8', kind: 'certified-otherwise' },
        ],
      }),
    ),
  };
  return { useCases, ...webApp({ people: [staff], useCases: { portfolio: useCases } }) };
};
const path = '/en/staff/rounds/round-1/portfolio';

test('the picture and the table say the same of each floor, with what it costs, and reasons are text', async () => {
  const html = await (await given().get(path, { as: staff })).text();
  expect(html).toMatch(/role="img" aria-label="[^"]*First-time city one award of one award/);
  expect(html).toMatch(/First-time city.*one award.*−0\.37/s);
  expect(html).toContain('United States: South');
  expect(html).toContain('&lt;b&gt;The board’s wish&lt;/b&gt;');
  expect(html).toContain('No mail goes to anyone.');
});

test('terms typed in the form arrive as terms; a floor without a number comes back marked', async () => {
  const { post, useCases } = given();
  const typed = {
    version: '2',
    action: 'plan',
    minimumShare: '60',
    'floors.0.of': 'small-town:',
    'floors.0.people': '50,000',
    'floors.0.measure': 'cents',
    'floors.0.least': '$5,000',
    'floors.1.measure': 'awards',
    'overrides.0.applicationId': 'a1',
    'overrides.0.choice': 'in',
    'overrides.0.amountCents': '4,000',
    'overrides.0.reason': 'Promised.',
    'overrides.1.choice': 'in',
  };
  expect((await post(path, typed, { as: staff })).status).toBe(303);
  expect(useCases.askPortfolio).toHaveBeenCalledWith(
    staff.actor,
    {
      roundId: 'round-1',
      version: 2,
      minimumShare: 60,
      floors: [{ kind: 'small-town', value: '50000', measure: 'cents', least: 500_000 }],
      overrides: [{ applicationId: 'a1', choice: 'in', amountCents: 400_000, reason: 'Promised.' }],
    },
    expect.anything(),
  );
  const wrong = await post(path, { ...typed, 'floors.0.people': 'few' }, { as: staff });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('href="#floors-0-people"');
});

test('proposing says how many stand, how many failed, and what stays certified for something else', async () => {
  const { get, post, useCases } = given();
  const sent = { version: '2', action: 'propose', reason: 'The best.', rest: 'decline' };
  const response = await post(path, sent, { as: staff });
  expect(response.headers.get('location')).toContain('proposed=3&failed=1&certified=1');
  expect(useCases.proposePortfolio).toHaveBeenCalledWith(
    staff.actor,
    { roundId: 'round-1', version: 2, reason: 'The best.', rest: 'decline' },
    expect.anything(),
  );
  const html = await (await get(`${path}?proposed=3&failed=1&certified=1`, { as: staff })).text();
  expect(html).toContain('3 decisions are proposed. One failed');
  expect(html).toContain('One is certified for something else and stays so');
  const japanese = path.replace('/en/', '/ja/');
  expect(await (await get(`${japanese}?proposed=0&certified=2`, { as: staff })).text()).toContain(
    '2件は異なる内容で承認済みのため、そのまま残しました',
  );
});

test('whoever is kept from part of the round sees why, in their language, and no figure', async () => {
  const kept = given({ round: aRound(), isKept: true, rows: [], scale: 1 });
  const html = await (await kept.get(path.replace('/en/', '/ja/'), { as: staff })).text();
  expect(html).toContain('採択案は別の職員が担当します');
  expect(html).not.toContain('name="minimumShare"');
});

test('where staff’s own choices fit no portfolio the page says so and blames no floor, in both languages', async () => {
  const blocked = { status: 'infeasible', blockedBy: 'choices', score: 0 } as const;
  const plan = { ...portfolio.plan, ...blocked, awards: [], floors: [{}, {}] };
  const { get } = given({ ...seen, portfolio: { ...portfolio, plan } });
  const html = await (await get(path, { as: staff })).text();
  expect(html).toContain('Your own choices alone are more than the number of awards or the envelope allows');
  expect(html).not.toMatch(/Cannot be met|The table says|Not by itself|id="floors"/);
  const japanese = await (await get(path.replace('/en/', '/ja/'), { as: staff })).text();
  expect(japanese).toContain('事務局の指定だけで採択件数または助成総額を超えています');
});

const { plan: _, ...unplanned } = portfolio;
const atWork = {
  ...seen,
  portfolio: unplanned,
  job: { ...aJob({ kind: 'plan-portfolio', status: 'running', done: 1, total: 3 }), stalled: false },
} satisfies PortfolioView;

test('while it is planned the page looks again by itself and shows no form whose words that would lose', async () => {
  const waiting = await given(atWork).get(path, { as: staff });
  expect(waiting.headers.get('refresh')).toBe('5');
  const html = await waiting.text();
  expect(html).toContain('step 1 of 3');
  expect(html).not.toContain('name="minimumShare"');
  const stalled = given({ ...atWork, job: { ...atWork.job, stalled: true } });
  expect(await (await stalled.get(path, { as: staff })).text()).toContain('The work has gone silent.');
  const planned = await given({ ...seen, job: atWork.job }).get(path, { as: staff });
  expect(planned.headers.get('refresh')).toBeNull();
});

test('a cancelled planning says so in both languages, and can be asked for anew with the terms that stood', async () => {
  const { get, post, useCases } = given(atWork);
  const done = await post(path, { action: 'cancel', jobId: 'job-1' }, { as: staff });
  expect(done.status).toBe(303);
  expect(useCases.cancelJob).toHaveBeenCalledWith(staff.actor, { jobId: 'job-1' }, expect.anything());
  const response = await get(path, { as: staff });
  expect(response.headers.get('refresh')).toBeNull();
  const html = await response.text();
  expect(html).toContain('The planning was cancelled. Nothing was changed.');
  expect(html).not.toContain('value="cancel"');
  expect(html).toContain('value="5,000.00"');
  const japanese = await (await get(path.replace('/en/', '/ja/'), { as: staff })).text();
  expect(japanese).toContain('作成は取り消されました。変更は行われていません。');
});

test('a cancelling that came too late is refused, and the terms that stood are in the form', async () => {
  const { post } = given(atWork, { kind: 'step-refused', current: 'done', action: 'cancel' });
  const late = await post(path, { action: 'cancel', jobId: 'job-1' }, { as: staff });
  expect(late.status).toBe(409);
  expect(late.headers.get('refresh')).toBeNull();
  expect(await late.text()).toContain('value="5,000.00"');
});
