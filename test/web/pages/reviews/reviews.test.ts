import { expect, test } from 'vitest';
import { ok } from '../../../../shared/kernel/result.ts';
import { declareConflict } from '../../../../shared/reviews/declare-conflict.ts';
import { declareNone } from '../../../../shared/reviews/declare-none.ts';
import { declineReview } from '../../../../shared/reviews/decline-review.ts';
import { listMyReviews } from '../../../../shared/reviews/list-my-reviews.ts';
import { listRevisions } from '../../../../shared/reviews/list-revisions.ts';
import { raiseFlag } from '../../../../shared/reviews/raise-flag.ts';
import { saveReview } from '../../../../shared/reviews/save-review.ts';
import { submitReview } from '../../../../shared/reviews/submit-review.ts';
import { viewReview } from '../../../../shared/reviews/view-review.ts';
import type { AreaUseCases } from '../../../support/every-area.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  aReview,
  aRound,
  aSubmittedFile,
  inReview,
  planted,
  reviewDue,
  reviewer,
  reviewPorts,
} from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const me = aPerson('reviewer-1', ...reviewer().roles);
const other = aPerson('reviewer-2', ...reviewer('reviewer-2').roles);
const id = aReview().id;
const secret = anAssessment({
  scores: { outcomes: 2, people: 1, budget: 1 },
  comments: { outcomes: 'PLANTED comment' },
  noteToCommittee: 'PLANTED note',
});
const others = aSubmittedFile({ reviewerId: 'reviewer-2' }, secret);
const inReviewNow = anApplication({ status: 'in-review' });

const given = (with_: Parameters<typeof reviewPorts>[0] = {}, now = inReview) => {
  const ports = reviewPorts({ files: [aDraftFile(), others], applications: [inReviewNow], ...with_ });
  const reviews = {
    listMyReviews: listMyReviews(ports),
    viewReview: viewReview(ports),
    declareNone: declareNone(ports),
    declareConflict: declareConflict(ports),
    declineReview: declineReview(ports),
    listRevisions: listRevisions(ports),
    raiseFlag: raiseFlag(ports),
    saveReview: saveReview(ports),
    submitReview: submitReview(ports),
    openAttachment: async () => ok({ address: 'https://files.test/f1' }),
  };
  // Only this area's pages are asked for.
  const useCases = { reviews } as unknown as AreaUseCases;
  return { ...webApp({ people: [me, other], useCases, ports: { clock: () => now } }), ports };
};

const whole = {
  version: '1',
  'scores.outcomes': '4',
  'scores.people': '5',
  'scores.budget': '3',
  'comments.outcomes': 'Each has a measure.',
  confidence: 'very',
  noteToCommittee: '',
  feedbackToApplicant: 'Come again.',
};

test('the queue shows what is due with its date by the round’s clock, in English and Japanese', async () => {
  const { get } = given();
  const english = await (await get('/en/reviews', { as: me })).text();
  expect(english).toContain(`href="/en/reviews/${id}"`);
  expect(english).toMatch(/<span class="due"><time[^>]*>Fri, February 12, 2027, 5:00\spm Eastern time/);
  const japanese = await (await get('/ja/reviews', { as: me })).text();
  expect(japanese).toMatch(/<html lang="ja">/);
  expect(japanese).toContain('2027年2月12日（金）17:00');
});

test('an assigned review leads to the declaration, which shows nothing of the application', async () => {
  const { get } = given({ files: [{ review: aReview() }, others] });
  const first = await get(`/en/reviews/${id}`, { as: me });
  expect([first.status, first.headers.get('location')]).toEqual([303, `/en/reviews/${id}/conflict`]);
  const html = await (await get(`/en/reviews/${id}/conflict`, { as: me })).text();
  expect(html).toContain('Lakeland, FL – Imabari');
  expect(html).toContain('Record my declaration');
  for (const word of ['shop window', 'Submit', 'PLANTED', 'scores.', planted.official, 'Lakeland Sister'])
    expect(html).not.toContain(word);
});

test('no conflict opens the review; a conflict closes it with the reason', async () => {
  const open = given({ files: [{ review: aReview() }] });
  const done = await open.post(
    `/en/reviews/${id}/conflict`,
    { version: '1', declaration: 'none', reason: '' },
    { as: me },
  );
  expect([done.status, done.headers.get('location')]).toEqual([303, `/en/reviews/${id}`]);
  expect(await (await open.get(`/en/reviews/${id}`, { as: me })).text()).toContain('Summary of a1');

  const closed = given({ files: [{ review: aReview() }] });
  const form = { version: '1', declaration: 'conflict', reason: 'My sister runs the mill' };
  expect((await closed.post(`/en/reviews/${id}/conflict`, form, { as: me })).status).toBe(303);
  const html = await (await closed.get(`/en/reviews/${id}`, { as: me })).text();
  expect(html).toContain('This application is closed to you');
  expect(html).toContain('My sister runs the mill');
  // Neither the pair, nor a date that is theirs no more, nor that nothing else was found.
  expect(html).not.toMatch(/Summary of|Lakeland|Imabari|今治|Reviews due|Nothing was found/);
});

test('each criterion’s anchors stand in view beside its scale, point by point, in the reader’s language', async () => {
  const rubric = {
    criteria: aRound().rubric.criteria.map((criterion) => ({
      ...criterion,
      anchors: {
        low: { en: `${criterion.id} barely`, ja: `${criterion.id}がほとんどない` },
        middle: { en: `${criterion.id} in part`, ja: `${criterion.id}が一部ある` },
        high: { en: `${criterion.id} throughout`, ja: `${criterion.id}が全体にある` },
      },
    })),
  };
  const { get } = given({ round: aRound({ rubric }) });
  for (const language of ['en', 'ja'] as const) {
    const html = await (await get(`/${language}/reviews/${id}`, { as: me })).text();
    for (const { id: of, anchors } of rubric.criteria) {
      const [field = ''] =
        new RegExp(`<fieldset[^>]*aria-describedby="scores-${of}-anchors".*?</fieldset>`).exec(html) ?? [];
      const [list = ''] =
        new RegExp(`<ul class="anchors" id="scores-${of}-anchors">.*?</ul>`).exec(field) ?? [];
      const words = [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) =>
        item.replaceAll(/<[^>]+>/g, ''),
      );
      expect(words).toEqual([
        `1: ${anchors.low[language]}`,
        `3: ${anchors.middle[language]}`,
        `5: ${anchors.high[language]}`,
      ]);
      // In view: before the reason, which may be folded, and in no fold themselves.
      expect(field.slice(0, field.indexOf(list))).not.toContain('<details');
    }
  }
});

test.each([
  ['no answer', {}, 'Your declaration: please fill this in'],
  ['a conflict without a reason', { declaration: 'conflict' }, 'What the conflict is: please fill this in'],
  [
    '“none” beside a reason',
    { declaration: 'none', reason: 'My sister' },
    'You chose “no conflict” and also wrote a reason',
  ],
])('%s comes back with 400 and declares nothing', async (_, form, words) => {
  const { post, ports } = given({ files: [{ review: aReview() }] });
  const refused = await post(`/en/reviews/${id}/conflict`, { version: '1', reason: '', ...form }, { as: me });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain(words);
  expect(ports.reviews.saved).toEqual([]);
});

test('the page shows text beside scores, nothing of others’ and no address, before the own submission', async () => {
  const html = await (await given().get(`/en/reviews/${id}`, { as: me })).text();
  expect(html).toContain('Citrus grower');
  expect(html).toContain('data-autosave="1"');
  expect(html).toMatch(/name="scores\.outcomes" value="4" checked/);
  expect(html).toMatch(/<strong>4\.10<\/strong>/);
  expect(html).toContain('No mail goes to anyone.');
  for (const word of ['PLANTED', '1.50', planted.address, 'reviewer-2', others.review.id])
    expect(html).not.toContain(word);
});

test('a traveler whose name was left out is called by number, so that no row is without a head', async () => {
  const { get, ports } = given();
  const { find } = ports.submissions;
  ports.submissions.find = async (...of) => {
    const found = await find(...of);
    const nameless = found?.snapshot.replace(/"name":"sha256:2+"/, '"name":""');
    return found && nameless ? { ...found, snapshot: nameless } : found;
  };
  const read = async (language: string) => (await get(`/${language}/reviews/${id}`, { as: me })).text();
  expect(await read('en')).toMatch(/<th scope="row"><span class="soft">Traveler 1<\/span><\/th>/);
  expect(await read('ja')).toContain('参加者1');
});

test('Enter in the form keeps the draft: its first button saves', async () => {
  const html = await (await given().get(`/en/reviews/${id}`, { as: me })).text();
  const buttons = [...html.matchAll(/<button[^>]*name="do" value="(\w+)"/g)].map(([, value]) => value);
  expect(buttons).toEqual(['save', 'submit']);
  // A control of that name would stand where scripts look for the form's own address.
  expect(html).not.toContain('name="action"');
});

test('submitting opens the other reviews under a letter', async () => {
  const { post, get } = given();
  const done = await post(`/en/reviews/${id}`, { ...whole, do: 'submit' }, { as: me });
  expect([done.status, done.headers.get('location')]).toEqual([303, `/en/reviews/${id}`]);
  const html = await (await get(`/en/reviews/${id}`, { as: me })).text();
  expect(html).toContain('PLANTED comment');
  expect(html).toMatch(/Reviewer [A-Z] /);
  expect(html).not.toContain('Name of');
});

test('an incomplete submission comes back with 400, marks each field, and is kept as the draft', async () => {
  const { post, ports } = given();
  const { 'scores.people': _, ...rest } = { ...whole, 'comments.outcomes': '' };
  const refused = await post(`/en/reviews/${id}`, { ...rest, do: 'submit' }, { as: me });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toMatch(/href="#scores-people"[^>]*>people: score: please fill this in/);
  expect(html).toContain('id="comments-outcomes-error"');
  expect(html).toContain('Come again.');
  expect((await ports.reviews.find(id))?.draft).toMatchObject({
    version: 2,
    assessment: { feedbackToApplicant: 'Come again.' },
  });
  expect(html).toContain('name="version" value="2"');
});

test('the autosave answers with version and instant, and its refusals with their status', async () => {
  const { post } = given();
  const alone = { as: me, headers: { 'x-autosave': '1' } };
  const saved = await post(`/en/reviews/${id}`, whole, alone);
  expect(await saved.json()).toEqual({ savedAt: inReview.toISOString(), version: 2 });
  // The same words again, as by a second click, stand already.
  expect(await (await post(`/en/reviews/${id}`, whole, alone)).json()).toMatchObject({ version: 2 });
  const others = { ...whole, feedbackToApplicant: 'Something else.' };
  expect((await post(`/en/reviews/${id}`, others, alone)).status).toBe(412);
});

test('two tabs: the second one gets 412 with both texts, and can then save', async () => {
  const { post, ports } = given();
  await post(
    `/en/reviews/${id}`,
    { ...whole, 'comments.outcomes': 'From the first tab', do: 'save' },
    { as: me },
  );
  const form = { ...whole, 'comments.outcomes': 'From the second tab', do: 'save' };
  const refused = await post(`/en/reviews/${id}`, form, { as: me });
  expect(refused.status).toBe(412);
  const html = await refused.text();
  expect(html).toContain('From the first tab');
  expect(html).toContain('From the second tab');
  expect(html).toContain('name="version" value="2"');
  expect((await post(`/en/reviews/${id}`, { ...form, version: '2' }, { as: me })).status).toBe(303);
  expect((await ports.reviews.find(id))?.draft?.assessment.comments.outcomes).toBe('From the second tab');
});

test('late: 409 with both exact instants, the words kept as the draft', async () => {
  const late = new Date(reviewDue.getTime() + 1000);
  const { post, ports } = given({}, late);
  const refused = await post(`/en/reviews/${id}`, { ...whole, do: 'submit' }, { as: me });
  expect(refused.status).toBe(409);
  const html = await refused.text();
  expect(html).toContain('2027-02-12T22:00:00.000Z');
  expect(html).toContain('2027-02-12T22:00:01.000Z');
  expect((await ports.reviews.find(id))?.draft?.assessment.feedbackToApplicant).toBe('Come again.');
});

test('names hidden: the page says so and names nobody', async () => {
  const { get } = given({ round: aRound({ blinding: 'names-hidden' }) });
  const html = await (await get(`/en/reviews/${id}`, { as: me })).text();
  expect(html).toContain('The pair of cities can’t be hidden');
  for (const word of [
    ...Object.values(planted),
    'Lakeland Sister',
    'Lakeland Chamber',
    'Mayor Ono',
    'sha256:',
  ])
    expect(html).not.toContain(word);
});

test('something that has come up later is declared with its reason alone', async () => {
  const { get, post } = given();
  const html = await (await get(`/en/reviews/${id}/conflict`, { as: me })).text();
  expect(html).toContain('Record the conflict and close the application to me');
  expect(html).not.toContain('value="none"');
  const form = { version: '2', declaration: 'conflict', reason: 'They hired me' };
  expect((await post(`/en/reviews/${id}/conflict`, form, { as: me })).status).toBe(303);
});

test('another reviewer’s page is not there, and who is not signed in is asked to sign in', async () => {
  const { get, post } = given();
  expect((await get(`/en/reviews/${id}`, { as: other })).status).toBe(404);
  expect((await get(`/en/reviews/${id}/conflict`, { as: other })).status).toBe(404);
  expect((await post(`/en/reviews/${id}`, { ...whole, do: 'submit' }, { as: other })).status).toBe(404);
  expect((await get('/en/reviews')).headers.get('location')).toContain('/sign-in');
});

test('a review is given back on a page of its own, which no declaration can be mistaken for', async () => {
  const { get, post, ports } = given();
  const html = await (await get(`/en/reviews/${id}/decline`, { as: me })).text();
  expect(html).toContain('It is not a declaration of a conflict of interest');
  expect(html).not.toContain('scores.');
  const without = await post(`/en/reviews/${id}/decline`, { version: '2', reason: '' }, { as: me });
  expect(without.status).toBe(400);
  const done = await post(`/en/reviews/${id}/decline`, { version: '2', reason: 'Abroad' }, { as: me });
  expect([done.status, ports.reviews.saved[0]?.review.status]).toEqual([303, 'declined']);
  const after = await (await get(`/en/reviews/${id}`, { as: me })).text();
  expect(after).toContain('You gave this review back');
  expect(after).not.toMatch(/shop window|Summary of/);
});

test('the page says what is still missing, who reads which words, and which keys score', async () => {
  const { get } = given();
  const html = await (await get(`/en/reviews/${id}`, { as: me })).text();
  expect(html).toContain('Still missing');
  expect(html).toMatch(/data-complete="" *(hidden)?/);
  expect(html).toContain('Never for the applicant');
  expect(html).toContain('For the applicant');
  expect(html).toContain('Keys: 1 to 5 score, J goes to the next criterion, K to the one before.');
  expect(html.match(/data-criterion/g)).toHaveLength(4);
});

test('a word to staff is sent, comes back to its writer alone, and needs words', async () => {
  const { get, post } = given();
  expect((await post(`/en/reviews/${id}/flags`, { reason: '' }, { as: me })).status).toBe(400);
  const sent = await post(`/en/reviews/${id}/flags`, { reason: 'FLAGGED for staff' }, { as: me });
  expect(sent.headers.get('location')).toBe(`/en/reviews/${id}`);
  expect(await (await get(`/en/reviews/${id}`, { as: me })).text()).toContain('FLAGGED for staff');
  const othersPage = await (await get(`/en/reviews/${others.review.id}`, { as: other })).text();
  expect(othersPage).not.toContain('FLAGGED');
});

test('what was submitted stays readable to its writer, version by version', async () => {
  const { get, post } = given();
  const path = `/en/reviews/${id}`;
  await post(path, { ...whole, do: 'submit' }, { as: me });
  await post(
    path,
    { ...whole, version: '2', feedbackToApplicant: 'Second words.', do: 'submit' },
    { as: me },
  );
  const html = await (await get(`${path}/revisions`, { as: me })).text();
  expect(html).toContain('Submission 2');
  expect(html).toContain('Second words.');
  expect(html).toContain('Come again.');
  expect((await get(`${path}/revisions`, { as: other })).status).toBe(404);
});

const aFile = { type: 'application/pdf', size: 90_000, etag: 'e' };
const sentFiles = [
  { ...aFile, id: 'f2', name: 'Ground floor.pdf', questionId: 'plan' },
  { ...aFile, id: 'f3', name: 'Signed sheet.pdf', standsFor: 'office-answer' as const },
];
const plan = {
  id: 'plan',
  kind: 'file',
  label: { en: 'The hall’s plan', ja: '会場の図面' },
  required: true,
} as const;

test('a file stands at the question it answers, the office’s signed answer beside what the office said', async () => {
  const { get } = given({ sentFiles, round: aRound({ extraQuestions: [plan] }) });
  const html = await (await get(`/en/reviews/${id}`, { as: me })).text();
  expect(html).toMatch(/<dt>The hall’s plan<\/dt><dd><a href="[^"]*\/files\/f2">/);
  expect(html.match(/Ground floor\.pdf/g)).toHaveLength(1);
  expect(html).toMatch(
    /<dt>Signed answer on paper<\/dt><dd><a href="[^"]*\/files\/f3">.*?Uploaded by the applicant/s,
  );
  const japanese = await (await get(`/ja/reviews/${id}`, { as: me })).text();
  expect(japanese).toContain(
    '申請団体が添付したものです。担当課が発行したものであることの確認は行っていません。',
  );
});

test('where names are hidden, neither file opens or says its name', async () => {
  const round = aRound({ extraQuestions: [plan], blinding: 'names-hidden' });
  const html = await (await given({ sentFiles, round }).get(`/en/reviews/${id}`, { as: me })).text();
  expect(html).toContain('The hall’s plan');
  expect(html).toContain('Signed answer on paper');
  expect(html).not.toMatch(/Ground floor|Signed sheet|files\/f[23]/);
});
