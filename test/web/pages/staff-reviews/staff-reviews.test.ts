import { expect, test } from 'vitest';
import type { UseCase } from '../../../../shared/kernel/endpoint.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { trailOf } from '../../../../shared/programs/eligibility-trail.ts';
import { exportPart } from '../../../../shared/ranking/export-reviews.ts';
import { exportScores } from '../../../../shared/ranking/export-scores.ts';
import { scoreRound } from '../../../../shared/ranking/score-round.ts';
import { viewSensitivity } from '../../../../shared/ranking/view-sensitivity.ts';
import { assignReviewer } from '../../../../shared/reviews/assign-reviewer.ts';
import { declareStaffConflict } from '../../../../shared/reviews/declare-staff-conflict.ts';
import { raise } from '../../../../shared/reviews/flag.ts';
import { listFlags } from '../../../../shared/reviews/list-flags.ts';
import { listRoundApplications } from '../../../../shared/reviews/list-round-applications.ts';
import {
  hidePassage,
  ruleFile,
  showPassage,
  viewRedaction,
} from '../../../../shared/reviews/redact-application.ts';
import { removeReviewer } from '../../../../shared/reviews/remove-reviewer.ts';
import { settleFlag } from '../../../../shared/reviews/settle-flag.ts';
import { showContactDetails } from '../../../../shared/reviews/show-contact-details.ts';
import { submitReview } from '../../../../shared/reviews/submit-review.ts';
import { viewApplicationFile } from '../../../../shared/reviews/view-application-file.ts';
import { viewAssignments } from '../../../../shared/reviews/view-assignments.ts';
import { viewProgress } from '../../../../shared/reviews/view-progress.ts';
import type { AreaUseCases } from '../../../support/every-area.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  aReview,
  aRound,
  aSubmittedFile,
  callAt,
  inReview,
  memberOf,
  planted,
  reviewer,
  reviewPorts,
  staff,
} from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const office = aPerson('staff-1', ...staff.roles);
const stranger = aPerson('reviewer-1', ...reviewer().roles);
const a1 = anApplication({ status: 'in-review' });
const a2 = anApplication({
  id: 'a2',
  organisationId: 'austin',
  status: 'submitted',
  title: 'Two rivers, one workshop',
  pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
});
const low = anAssessment({ scores: { outcomes: 1, people: 1, budget: 1 }, noteToCommittee: 'Weak figures' });
const files = [aSubmittedFile(), aSubmittedFile({ reviewerId: 'reviewer-2' }, low)];

const given = (with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const ports = reviewPorts({ applications: [a1, a2], files, ...with_ });
  const returned: unknown[] = [];
  const returnApplication: UseCase<unknown, unknown, never> = async (_, input) => {
    returned.push(input);
    return ok({ status: 'returned' });
  };
  const staffReviews = {
    listApplicationsForStaff: listRoundApplications(ports),
    viewAssignments: viewAssignments(ports),
    assignReviewer: assignReviewer(ports),
    removeReviewer: removeReviewer(ports),
    viewProgress: viewProgress(ports),
    listFlags: listFlags(ports),
    settleFlag: settleFlag(ports),
    viewRedaction: viewRedaction(ports),
    hidePassage: hidePassage(ports),
    showPassage: showPassage(ports),
    ruleFile: ruleFile(ports),
    scoreRound: scoreRound(ports),
    viewSensitivity: viewSensitivity(ports),
    exportScores: exportScores(ports),
    exportPart: exportPart(ports),
    viewApplicationFile: viewApplicationFile(ports),
    showContactDetails: showContactDetails(ports),
    declareStaffConflict: declareStaffConflict(ports),
    openAttachment: async () => ok({ address: 'https://files.test/f1' }),
    returnApplication,
  };
  // Only this area's pages are asked for.
  const useCases = { staffReviews, files: staffReviews } as unknown as AreaUseCases;
  const site = webApp({ people: [office, stranger], useCases, ports: { clock: () => inReview } });
  const page = async (path: string) => (await site.get(path, { as: office })).text();
  return { ...site, ports, returned, page };
};

test('the list links to each file; a conflicted one shows its pair and no more', async () => {
  const declared = { applicationId: 'a2', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const { page } = given({ conflicts: [declared] });
  const html = await page('/en/staff/rounds/round-1/applications');
  expect(html).toContain('href="/en/staff/applications/a1"');
  expect(html).toContain('Austin, TX – Oita');
  expect(html).toContain('A conflict of interest is on record.');
  expect(html).not.toContain('/staff/applications/a2');
  expect(html).not.toContain('Two rivers');
});

test('assignments: a reviewer is added and taken back by form', async () => {
  const { page, post } = given();
  const path = '/en/staff/rounds/round-1/assignments';
  expect(await page(path)).toContain('No mail goes to anyone.');
  const form = { action: 'assign', applicationId: 'a2', reviewerId: 'reviewer-1' };
  expect((await post(path, form, { as: office })).status).toBe(303);
  const html = await page(path);
  const assigned = aReview({ applicationId: 'a2' });
  expect(html).toContain(assigned.id);
  const remove = { action: 'remove', reviewId: assigned.id, version: '1' };
  expect((await post(path, remove, { as: office })).status).toBe(303);
  expect(await page(path)).not.toContain(assigned.id);
});

test('assignments: conflicts stand with their reasons, and are refused in words', async () => {
  const people = [staff, reviewer(), reviewer('reviewer-3', memberOf('austin'))];
  const { page, post } = given({ people });
  const path = '/en/staff/rounds/round-1/assignments';
  expect(await page(path)).toContain('Name of reviewer-3 can’t: Member of the organization that applies.');
  const refused = await post(
    path,
    { action: 'assign', applicationId: 'a2', reviewerId: 'reviewer-3' },
    { as: office },
  );
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('A conflict of interest stands in the way');
  const nobody = await post(path, { action: 'assign', applicationId: 'a2', reviewerId: '' }, { as: office });
  expect(nobody.status).toBe(400);
  const unknown = await post(
    path,
    { action: 'assign', applicationId: 'a2', reviewerId: 'ada' },
    { as: office },
  );
  expect(await unknown.text()).toContain('This person is no reviewer of this round');
});

test('scores: rank, spread as picture and words, leniency with its table, in both languages', async () => {
  const { page } = given();
  const html = await page('/en/staff/rounds/round-1/scores');
  expect(html).toMatch(/<strong>2\.55<\/strong>/);
  expect(html).toContain('aria-label="Scores 1.00, 4.10; mean 2.55"');
  expect(html).toContain('Reviewers disagree:');
  expect(html).toContain('−1.55');
  expect(html).toContain('The same as a table');
  expect(html).toContain('Without a rank');
  expect(await page('/ja/staff/rounds/round-1/scores')).toContain('審査委員ごとの採点傾向');
});

test('scores sort by disagreement on request and keep their ranks', async () => {
  const even = aSubmittedFile({ applicationId: 'a2', reviewerId: 'reviewer-1' });
  const { page } = given({ files: [...files, even] });
  const order = (html: string) => [...html.matchAll(/class="order">(\d)/g)].map(([, rank]) => rank);
  expect(order(await page('/en/staff/rounds/round-1/scores'))).toEqual(['1', '2']);
  const sorted = await page('/en/staff/rounds/round-1/scores?order=disagreement');
  expect(order(sorted)).toEqual(['2', '1']);
  expect(sorted).not.toContain('Running sum');
});

test('the history says why staff returned it and until when, where it is still that return', async () => {
  const until = '2027-02-01T22:00:00.000Z';
  const returned = { reason: 'The budget does not add up', until };
  const { page, ports } = given({ applications: [anApplication({ status: 'in-review', returned }), a2] });
  const of = { subject: 'application#a1', type: 'application-returned', by: 'staff-1' } as const;
  ports.history.push(
    { ...of, id: 'e1', at: '2027-01-20T12:00:00.000Z', data: { until: '2027-01-25T22:00:00.000Z' } },
    { ...of, id: 'e2', at: '2027-01-26T12:00:00.000Z', data: { until } },
  );
  const html = await page('/en/staff/applications/a1');
  expect(html.match(/The budget does not add up/g)).toHaveLength(1);
  expect(html.match(/until [A-Z][a-z]+, [A-Z][a-z]+ \d+, 2027/g)).toHaveLength(2);
});

test('the file hides people until they are asked for by POST, which leaves an event', async () => {
  const { page, post, ports } = given();
  const html = await page('/en/staff/applications/a1');
  expect(html).toContain('Weak figures');
  expect(html).toMatch(/may have been set aside since.*?href="\/en\/staff\/rounds\/round-1\/scores"/);
  for (const word of Object.values(planted)) expect(html).not.toContain(word);
  expect(ports.noted).toEqual([]);
  const shown = await post('/en/staff/applications/a1', { action: 'show-details' }, { as: office });
  expect(shown.status).toBe(200);
  expect(await shown.text()).toContain(planted.address);
  expect(ports.noted).toMatchObject([{ type: 'application-read', by: 'staff-1' }]);
  expect(await page('/en/staff/applications/a1')).not.toContain(planted.address);
});

test('only what is submitted can be returned, and the form says who gets mail', async () => {
  const { page, post, returned } = given();
  expect(await page('/en/staff/applications/a1')).not.toContain('Return the application');
  const html = await page('/en/staff/applications/a2');
  expect(html).toContain('The applicant’s owners and editors');
  const wrong = await post(
    '/en/staff/applications/a2',
    { action: 'return', reason: '', until: '2027-02-01T17:00' },
    { as: office },
  );
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('value="2027-02-01T17:00"');
  const form = { action: 'return', reason: 'The budget lacks quotes', until: '2027-02-01T17:00' };
  expect((await post('/en/staff/applications/a2', form, { as: office })).status).toBe(303);
  expect(returned).toEqual([
    { applicationId: 'a2', reason: 'The budget lacks quotes', until: '2027-02-01T17:00' },
  ]);
});

test('stepping aside needs a reason and closes the file for good', async () => {
  const { post, get } = given();
  const empty = await post(
    '/en/staff/applications/a1',
    { action: 'declare-conflict', reason: '' },
    { as: office },
  );
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain('href="#aside-reason"');
  const form = { action: 'declare-conflict', reason: 'I advised them' };
  const done = await post('/en/staff/applications/a1', form, { as: office });
  expect(done.headers.get('location')).toBe('/en/staff/rounds/round-1/applications');
  expect((await get('/en/staff/applications/a1', { as: office })).status).toBe(404);
  const scores = await (await get('/en/staff/rounds/round-1/scores', { as: office })).text();
  expect(scores).not.toContain('Lakeland');
  expect(scores).toContain('One application is left out here');
});

test.each([
  'rounds/round-1/applications',
  'rounds/round-1/assignments',
  'rounds/round-1/scores',
  'applications/a1',
])('/staff/%s is not there for a reviewer', async (path) => {
  const { get } = given();
  expect((await get(`/en/staff/${path}`, { as: stranger })).status).toBe(404);
});

const reassign = (fields: Record<string, string>) => ({ action: 'reassign', applicationId: 'a2', ...fields });

test('progress shows who has done what and is late, and never a score', async () => {
  const { page } = given({ files: [...files, aDraftFile({ applicationId: 'a2' })] });
  const html = await page('/en/staff/rounds/round-1/progress');
  expect(html).toContain('Name of reviewer-1');
  expect(html).toContain('data-fresh="30"');
  expect(html).toContain('Read them again now');
  expect(html).not.toMatch(/3\.93|4\.1|2\.55|Weak figures/);
  expect(await page('/ja/staff/rounds/round-1/progress')).toContain('審査委員（期限超過順）');
});

test('what is read again in place, from the page’s own address, shows a review that came in since', async () => {
  const path = '/en/staff/rounds/round-1/progress';
  const draft = aDraftFile({ applicationId: 'a2', reviewerId: 'reviewer-1' });
  const { page, ports } = given({ files: [draft] });
  /** What `keepFresh` takes out of the answer: the reviewer's cells, and the figures above. */
  const live = async () => {
    const html = await page(path);
    const part = html.slice(
      html.indexOf('<div data-fresh="30">'),
      html.indexOf('<section', html.indexOf('</table>')),
    );
    const [, row = ''] = /<th scope="row">Name of reviewer-1<\/th>(.*?)<\/tr>/.exec(part) ?? [];
    return {
      // The last one is a time.
      cells: [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)]
        .slice(0, -1)
        .map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '')),
      sum: /\d of \d/.exec(part)?.[0],
    };
  };
  expect(await live()).toMatchObject({ sum: '0 of 4', cells: ['1', '0', '1', '0', '0', '0', 'one to send'] });
  const sent = await submitReview(ports)(
    stranger.actor,
    { reviewId: draft.review.id, version: 1, assessment: anAssessment() },
    callAt(),
  );
  expect(sent.ok).toBe(true);
  expect(await live()).toMatchObject({
    sum: '1 of 4',
    cells: ['1', '0', '0', '0', '1', '0', 'nothing to send'],
  });
});

test('a place is given to another where it stands: the new reviewer first, then the old one leaves', async () => {
  const { post, ports } = given({
    files: [{ review: aReview({ applicationId: 'a2' }) }],
    people: [staff, reviewer(), reviewer('reviewer-2')],
  });
  const from = `${aReview({ applicationId: 'a2' }).id}/1`;
  const path = '/en/staff/rounds/round-1/progress';
  const done = await post(path, reassign({ reviewId: from, reviewerId: 'reviewer-2' }), { as: office });
  expect(done.status).toBe(303);
  expect(ports.reviews.saved.map(({ review }) => [review.reviewerId, review.status])).toEqual([
    ['reviewer-2', 'assigned'],
    ['reviewer-1', 'removed'],
  ]);
  const refused = await post(path, reassign({ reviewId: from, reviewerId: '' }), { as: office });
  expect(refused.status).toBe(400);
});

test('one’s own place is given on by a colleague: nobody else is assigned before that is said', async () => {
  const own = aReview({ applicationId: 'a2', reviewerId: office.actor.personId });
  const { post, ports } = given({
    files: [{ review: own }],
    people: [office.actor, reviewer('reviewer-2')],
  });
  const form = reassign({ reviewId: `${own.id}/1`, reviewerId: 'reviewer-2' });
  const done = await post('/en/staff/rounds/round-1/progress', form, { as: office });
  expect([done.status, ports.reviews.saved]).toEqual([409, []]);
});

test('a reviewer’s flag waits on the progress page until it is settled with a note', async () => {
  const { page, post, ports } = given({
    flags: [raise(aReview(), { reason: 'A name stands there', key: 'k' }, inReview).flag],
  });
  expect(await page('/en/staff/rounds/round-1/progress')).toContain('A name stands there');
  const [flag] = (await ports.flags.raised()).items;
  const settle = { action: 'settle-flag', reviewId: aReview().id, flagId: flag?.id ?? '', version: '1' };
  const path = '/en/staff/rounds/round-1/progress';
  expect((await post(path, { ...settle, note: ' ' }, { as: office })).status).toBe(400);
  expect((await post(path, { ...settle, note: 'Hidden now' }, { as: office })).status).toBe(303);
  expect(ports.flags.saved[0]?.flag).toMatchObject({ status: 'settled', note: 'Hidden now' });
  const declared = { applicationId: 'a1', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const kept = given({ flags: [flag].filter((one) => one !== undefined), conflicts: [declared] });
  expect(await kept.page(path)).not.toContain('A name stands there');
});

test('staff hide words and see the text as reviewers do; showing them again is one button', async () => {
  const { page, post, ports } = given();
  const path = '/en/staff/applications/a1/redaction';
  const hide = { action: 'hide', version: '0', path: 'everywhere', text: 'Lakeland Chamber' };
  expect((await post(path, { ...hide, text: 'Nowhere at all' }, { as: office })).status).toBe(400);
  expect((await post(path, hide, { as: office })).status).toBe(303);
  const html = await page(path);
  expect(html).toContain('[hidden by the program office]');
  // Once among what is hidden, so that it can be shown again, and there alone.
  expect(html.split('Lakeland Chamber').length - 1).toBe(2);
  const [event] = ports.redactions.events;
  expect(event).toMatchObject({ type: 'text-hidden', by: 'staff-1', data: { path: 'everywhere' } });
  expect(JSON.stringify(event)).not.toContain('Lakeland Chamber');
  const passageId = (await ports.redactions.find('a1'))?.passages[0]?.id ?? '';
  await post(path, { action: 'show', version: '1', passageId }, { as: office });
  expect(await page(path)).not.toContain('[hidden by the program office]');
  const file = { action: 'file', version: '2', attachmentId: 'f1', rule: 'withheld' };
  expect((await post(path, file, { as: office })).status).toBe(303);
  expect(await page(path)).toContain('Kept back by the program office');
});

test('an application’s file leads to what else was sent for its partnership', async () => {
  const twin = anApplication({ id: 'twin', title: 'Second plan', organisationId: 'rival' });
  const { page } = given({ applications: [anApplication(), twin] });
  const html = await page('/en/staff/applications/a1');
  expect(html).toContain('Also submitted in this round for the same partnership:');
  expect(html).toContain('href="/en/staff/applications/twin">SHM-TWIN, “Second plan”</a>');
  const declared = { applicationId: 'twin', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const kept = given({ applications: [anApplication(), twin], conflicts: [declared] });
  expect(await kept.page('/en/staff/applications/a1')).not.toMatch(/SHM-TWIN|Second plan|same partnership/);
});

test('an application’s file shows what was checked before it was started', async () => {
  const trail = trailOf(aRound(), { applicant: 'nonprofit' }, new Date('2026-12-01T12:00:00.000Z'));
  const { page } = given({ trail });
  const html = await page('/en/staff/applications/a1');
  expect(html).toContain('The check made before starting, Tue, December 1, 2026');
  expect(html).toContain(trail.findings[0]?.sentence.en ?? 'none');
  expect(await page('/ja/staff/applications/a1')).toContain('申請開始前の資格確認');
  expect(await given().page('/en/staff/applications/a1')).not.toContain('The check made before starting');
});
