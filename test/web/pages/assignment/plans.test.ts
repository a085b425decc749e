import { expect, test } from 'vitest';
import { askApplying } from '../../../../shared/assignment/ask-applying.ts';
import { askPlan } from '../../../../shared/assignment/ask-plan.ts';
import { listPlans } from '../../../../shared/assignment/list-plans.ts';
import { movePair } from '../../../../shared/assignment/move-pair.ts';
import { saveSettings, viewSettings } from '../../../../shared/assignment/round-settings.ts';
import type { PlanSettings } from '../../../../shared/assignment/settings.ts';
import { solveAssignment } from '../../../../shared/assignment/solver/solve-assignment.ts';
import { viewCertificate } from '../../../../shared/assignment/view-certificate.ts';
import { viewPlan } from '../../../../shared/assignment/view-plan.ts';
import { weighMoves } from '../../../../shared/assignment/weigh-moves.ts';
import { cancelJob } from '../../../../shared/jobs/cancel-job.ts';
import { highsSolver } from '../../../../shared/optimiser/highs.solver.ts';
import { declareStaffConflict } from '../../../../shared/reviews/declare-staff-conflict.ts';
import { applicationsNamed, planWorld } from '../../../support/plan-world.ts';
import {
  anApplication,
  aReview,
  aRound,
  callAt,
  inReview,
  reviewer,
  staff,
} from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const office = aPerson('staff-1', ...staff.roles);
const stranger = aPerson('r1', ...reviewer('r1').roles);

const given = (over: Partial<Parameters<typeof planWorld>[0]> = {}) => {
  const world = planWorld({
    round: aRound({ reviewersPerApplication: 1 }),
    applications: applicationsNamed('a1', 'a2', 'a3'),
    people: [reviewer('r1'), reviewer('r2'), reviewer('r3')],
    ...over,
  });
  const plans = {
    viewSettings: viewSettings(world),
    saveSettings: saveSettings(world),
    listPlans: listPlans(world),
    askPlan: askPlan(world),
    viewPlan: viewPlan(world),
    viewCertificate: viewCertificate(world),
    weighMoves: weighMoves(world),
    movePair: movePair(world),
    applyPlan: askApplying(world),
    cancelJob: cancelJob(world),
  };
  const site = webApp({ people: [office, stranger], useCases: { plans }, ports: { clock: () => inReview } });
  const page = async (path: string) => (await site.get(path, { as: office })).text();
  return { ...site, world, page };
};

const settingsPath = '/en/staff/rounds/round-1/assignments/plan';
const settings = {
  version: '1',
  objective: 'total',
  'load.min': '0',
  'load.max': '６',
  keepExisting: 'yes',
  'needs.business': '0',
  'needs.japanese': '0',
  'needs.jet': '0',
  'weights.theme': '5',
  'weights.preference': '5',
  'weights.language': '1',
  'weights.region': '1',
  'weights.jet': '1',
};

test('a plan is asked for by form, and its page looks again by itself until it is made', async () => {
  const { post, get, world } = given();
  const asked = await post(settingsPath, settings, { as: office });
  expect(asked.status).toBe(303);
  const path = asked.headers.get('location') ?? '';
  const waiting = await get(path, { as: office });
  expect(waiting.headers.get('refresh')).toBe('5');
  expect(await waiting.text()).toContain('Cancel the work');

  await world.run(world.jobs.saved[0]?.job.id ?? '');
  const made = await get(path, { as: office });
  expect(made.headers.get('refresh')).toBeNull();
  const html = await made.text();
  expect(html).toContain('proven: no plan does better');
  expect(html).toContain('Apply the plan');
  expect(html).toContain('No mail goes to anyone.');
  expect(html).toContain('Name of r1');
  expect(await (await get(path.replace('/en/', '/ja/'), { as: office })).text()).toContain('案を適用する');
});

test('wrong settings come back with what was typed, and links to the fields', async () => {
  const { post } = given();
  const wrong = {
    ...settings,
    'load.min': '7',
    'weights.theme': 'many',
    'apart.0.one': 'r1',
    'apart.0.other': 'r1',
  };
  const refused = await post(settingsPath, wrong, { as: office });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('href="#weights-theme"');
  expect(html).toContain('value="many"');
  expect(html).toContain('href="#apart-0-one"');
});

test('a cancelled plan says so and can be asked for anew', async () => {
  const { world, page, post } = given();
  const asked = await askPlan(world)(staff, { roundId: 'round-1' }, callAt());
  if (!asked.ok) throw new Error(asked.failure.kind);
  const path = `/en/staff/rounds/round-1/assignments/plans/${asked.value.id}`;
  const done = await post(path, { action: 'cancel', jobId: asked.value.jobId }, { as: office });
  expect(done.status).toBe(303);
  expect(await page(path)).toContain('The work was cancelled.');
  expect(await page(settingsPath)).toContain('Make a plan');
});

test('a place is moved after its cost is shown, and what cannot be is said with its reason', async () => {
  const { world, page, post } = given();
  const plan = await world.plan();
  const from = (await world.rows(plan.id))[0]?.pairs[0]?.reviewerId ?? '';
  const to = ['r1', 'r2', 'r3'].find((id) => id !== from) ?? '';
  const path = `/en/staff/rounds/round-1/assignments/plans/${plan.id}`;
  const move = `${path}/move?application=a1&from=${from}`;
  const html = await page(move);
  expect(html).toContain('sum ±0; worst-served application 0 → 0');
  const none = await post(move, { version: String(plan.version), to: '' }, { as: office });
  expect(none.status).toBe(400);
  const done = await post(move, { version: String(plan.version), to }, { as: office });
  expect(done.status).toBe(303);
  const after = await page(path);
  expect(after).toContain('moved by hand');
  expect(after).toContain('One place was moved by hand since.');
});

test('applied, each pair says so, and the button is gone', async () => {
  const { world, page, post } = given();
  const plan = await world.plan();
  const path = `/en/staff/rounds/round-1/assignments/plans/${plan.id}`;
  const asked = await post(path, { action: 'apply', version: String(plan.version) }, { as: office });
  expect(asked.status).toBe(303);
  const applying = await world.plans.find(plan.id);
  await world.run(applying?.jobId ?? '');
  const html = await page(path);
  expect(html).toContain('assigned');
  expect(html).not.toContain('value="apply"');
  expect(await world.assigned()).toHaveLength(3);
});

test('staff with a conflict see no row and no figure of it, and a colleague applies', async () => {
  const { world, page, post, get } = given();
  const plan = await world.plan();
  await declareStaffConflict(world)(staff, { applicationId: 'a1', reason: 'A relative' }, callAt());
  const path = `/en/staff/rounds/round-1/assignments/plans/${plan.id}`;
  const html = await page(path);
  expect(html).not.toContain('/staff/applications/a1');
  expect(html).not.toContain('proven');
  expect(html).toContain('a colleague without one has to apply the plan');
  const refused = await post(path, { action: 'apply', version: String(plan.version) }, { as: office });
  expect(refused.status).toBe(409);
  expect((await get(`${path}/certificate.json`, { as: office })).status).toBe(404);
});

test('staff with a conflict read that figures are left out, and none that tells of what they may not see', async () => {
  const { world, page, post } = given({ settings: { load: { min: 0, max: 1 } } });
  const plan = await world.plan();
  const path = `/en/staff/rounds/round-1/assignments/plans/${plan.id}`;
  expect(await page(path)).toContain('Least–most');
  await declareStaffConflict(world)(staff, { applicationId: 'a1', reason: 'A relative' }, callAt());
  const html = await page(path);
  expect(html).toContain('least and most are left out');
  expect(html).not.toContain('Least–most');
  expect(html).not.toContain('0–1');
  const from = (await world.rows(plan.id))[1]?.pairs[0]?.reviewerId ?? '';
  const to = ['r1', 'r2', 'r3'].find((id) => id !== from) ?? '';
  const move = `${path}/move?application=a2&from=${from}`;
  const moves = await page(move);
  expect(moves).toContain('sums of the whole plan are left out');
  expect(moves).toContain('the reason is not shown to you');
  expect(moves).not.toContain('would have more than the most');
  const japanese = await page(move.replace('/en/', '/ja/'));
  expect(japanese).toContain('案全体の得点と、担当できない理由の一部は表示していません。');
  expect(japanese).not.toContain('件数の上限を超える');
  const refused = await post(move, { version: String(plan.version), to }, { as: office });
  expect(refused.status).toBe(409);
  expect(await refused.text()).not.toContain('would have more than the most');
});

test('staff with a conflict see what a move would add to the sum, without the worst-served application', async () => {
  const { world, page } = given();
  const plan = await world.plan();
  await declareStaffConflict(world)(staff, { applicationId: 'a1', reason: 'A relative' }, callAt());
  const from = (await world.rows(plan.id))[1]?.pairs[0]?.reviewerId ?? '';
  const path = `staff/rounds/round-1/assignments/plans/${plan.id}/move?application=a2&from=${from}`;
  expect(await page(`/en/${path}`)).toMatch(/sum ±0(?!; worst-served)/);
  expect(await page(`/ja/${path}`)).not.toContain('最も低い申請');
});

test('a round that no plan fits is told so in words', async () => {
  const { world, page } = given({ settings: { load: { min: 0, max: 0 } } });
  const plan = await world.plan();
  const html = await page(`/en/staff/rounds/round-1/assignments/plans/${plan.id}`);
  expect(html).toContain('No plan keeps everything that was asked of it.');
  expect(html).toContain('What would have to change');
  expect(html).toContain('Raise the most for');
  expect(html).toContain('most from 0 to 1');
});

test('the way out names the theme that lacks a reviewer, and how many applications each would have', async () => {
  const sent = { no: 1, at: '2027-01-12T15:00:00.000Z', requestedCents: 1, matchCents: 1 };
  const applications = (['sustainability', 'sustainability', 'creative-economies'] as const).map(
    (theme, at) =>
      anApplication({ id: `a${at}`, organisationId: `of-a${at}`, submission: { ...sent, theme } }),
  );
  // Given back, and so not given again.
  const files = ['a0', 'a1'].map((applicationId) => ({
    review: aReview({ applicationId, reviewerId: 'r1', status: 'declined' }),
  }));
  const { world, page } = given({ applications, people: [reviewer('r1')], files });
  const plan = await world.plan();
  const path = `staff/rounds/round-1/assignments/plans/${plan.id}`;
  expect(await page(`/en/${path}`)).toContain(
    'Invite one more reviewer for “Sustainability”, without conflicts there, for up to 2 applications each',
  );
  expect(await page(`/ja/${path}`)).toContain(
    '「持続可能性」分野の申請を担当する、利益相反のない審査委員を1名増やす（1人2件まで）',
  );
});

test('less of the mix is said part by part, and an application that lacks two parts counts once', async () => {
  const needs = { business: 1, japanese: 1, jet: 0 };
  const { world, page } = given({ settings: { needs }, applications: applicationsNamed('a1') });
  const plan = await world.plan();
  const path = `staff/rounds/round-1/assignments/plans/${plan.id}`;
  const html = await page(`/en/${path}`);
  expect(html).toContain('Ask for less of the mix in one application');
  expect(html).toContain('with business experience from 1 to 0');
  expect(html).toContain('who read Japanese from 1 to 0');
  expect(await page(`/ja/${path}`)).toContain('日本語を読める人を1名から0名へ');
});

test('a fair plan claims nothing of plans that serve the worst-served application less', async () => {
  const { world, page } = given({ settings: { objective: 'fair' } });
  const plan = await world.plan();
  const path = `staff/rounds/round-1/assignments/plans/${plan.id}`;
  const html = await page(`/en/${path}`);
  expect(html).toContain('gives the worst-served application more than 0');
  expect(html).not.toContain('can be above that sum');
  expect(await page(`/ja/${path}`)).toContain('最も条件の悪い申請の得点が0点を超えるものはなく');
});

test('how far a plan would change says what was made again, and what of it is proven', async () => {
  const solve = solveAssignment({ optimise: highsSolver });
  const { world, page } = given({
    settings: { objective: 'fair' },
    // Tries are solved with limits, the plan itself without.
    solve: async (problem, limits) => {
      const outcome = await solve(problem, limits);
      if (!limits || !outcome.feasible) return outcome;
      const { plan } = outcome;
      return { ...outcome, plan: { ...plan, certificate: { ...plan.certificate, optimal: false } } };
    },
  });
  const plan = await world.plan();
  const path = `staff/rounds/round-1/assignments/plans/${plan.id}`;
  const html = await page(`/en/${path}`);
  expect(html).toContain('as before with the worst-served application first: of the 3 places');
  expect(html).toContain('0 of these 10 plans are proven best');
  expect(await page(`/ja/${path}`)).toContain('最適と証明されたものは0件です');
});

test('a search that ended at its limit is not shown as impossible, in either language', async () => {
  const { world, page } = given({ solve: async () => ({ feasible: false, isDecided: false }) });
  const plan = await world.plan();
  const path = `staff/rounds/round-1/assignments/plans/${plan.id}`;
  const html = await page(`/en/${path}`);
  expect(html).toContain('It is not proven impossible.');
  expect(html).toContain('What to try');
  expect(html).not.toContain('No plan keeps everything');
  expect(html).not.toContain('What would have to change');
  expect(await page(`/ja/${path}`)).toContain('案がないと証明されたわけではありません。');
  expect(await page(settingsPath)).toContain('none found, still open');
});

test('two who are kept apart and both have an application already are named with it', async () => {
  const held = (reviewerId: string) => ({
    review: aReview({ id: `a1-${reviewerId}`, applicationId: 'a1', reviewerId }),
  });
  const { world, page } = given({
    files: [held('r1'), held('r2')],
    settings: { apart: [['r1', 'r2']] },
  });
  const plan = await world.plan();
  const path = `staff/rounds/round-1/assignments/plans/${plan.id}`;
  const html = await page(`/en/${path}`);
  expect(html).toContain('Name of r1 and Name of r2 are kept apart');
  expect(html).toContain('href="/en/staff/applications/a1"');
  expect(html).not.toContain('What would have to change');
  expect(await page(`/ja/${path}`)).toContain('2人とも次の申請に割当て済みです');
  await declareStaffConflict(world)(staff, { applicationId: 'a2', reason: 'A relative' }, callAt());
  expect(await page(`/en/${path}`)).not.toContain('Name of r1 and Name of r2');
});

test('what prices prove and what a search found are told apart', async () => {
  const wants = (personId: string) => ({
    personId,
    roundId: 'round-1',
    version: 1,
    savedAt: inReview.toISOString(),
    choices: { a1: 'want' as const },
  });
  const of = async (settings: Partial<PlanSettings>) => {
    const { world, page } = given({
      round: aRound({ reviewersPerApplication: 2 }),
      applications: applicationsNamed('a1'),
      preferences: [wants('r1'), wants('r2')],
      settings,
    });
    const plan = await world.plan();
    const path = `staff/rounds/round-1/assignments/plans/${plan.id}`;
    const read = async () => ({ en: await page(`/en/${path}`), ja: await page(`/ja/${path}`) });
    return { world, plan, read };
  };
  const bySum = await (await of({})).read();
  expect(bySum.en).toContain('prove that no plan sums to more than 1,000');
  expect(bySum.en).not.toContain('A search');
  expect(bySum.ja).not.toContain('探索では');

  const apart: PlanSettings['apart'] = [['r1', 'r2']];
  const searched = await (await of({ apart })).read();
  expect(searched.en).toContain('prove that no plan sums to more than 1,000');
  expect(searched.en).toContain('A search, which no sum rechecks, found that none is above 500');
  expect(searched.ja).toContain('500点を超えるものはないという結果が出ています（この結果は検算できません）');

  const fair = await (await of({ apart, objective: 'fair' })).read();
  expect(fair.en).toContain('gives the worst-served application more than 1,000');
  expect(fair.en.match(/found that none is above 500/g)).toHaveLength(2);

  // A plan from before the two stood apart claims neither.
  const { world, plan, read } = await of({ apart });
  const { figures } = plan;
  if (!figures) throw new Error('no figures');
  const { searched: _, ...stored } = figures;
  world.plans.find = async () => ({ ...plan, figures: { ...stored, bound: { total: 500 } } });
  const before = await read();
  expect(before.en).toContain('prove it, or a search that found nothing better');
  expect(before.en).not.toContain('1,000');
});

test('the certificate is data, and staff’s alone', async () => {
  const { world, get } = given();
  const plan = await world.plan();
  const path = `/en/staff/rounds/round-1/assignments/plans/${plan.id}`;
  const json = await get(`${path}/certificate.json`, { as: office });
  expect(await json.json()).toMatchObject({
    figures: { optimal: true },
    rows: [{ application: 'a1' }, {}, {}],
  });
  for (const address of [
    path,
    settingsPath,
    `${path}/certificate.json`,
    `${path}/move?application=a1&from=r1`,
  ])
    expect((await get(address, { as: stranger })).status).toBe(404);
});
