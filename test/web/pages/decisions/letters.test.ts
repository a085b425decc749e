import { expect, test, vi } from 'vitest';
import { defaultLetters } from '../../../../shared/awards/default-letters.ts';
import { letterKinds } from '../../../../shared/awards/letter.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { anApplication, aRound } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-2', { kind: 'staff', programId: 'leading-asia' });
const applicant = aPerson('ada', { kind: 'member', organisationId: 'lakeland', as: 'owner' });
const application = anApplication({ status: 'in-review', title: '<b>Makers</b>' });
const remark = {
  reviewId: 'a1-review',
  comments: [{ criterionId: 'outcomes', comment: 'Dates are missing.' }],
  feedback: 'Name your hosts.',
};
const entries = letterKinds.map((kind) => ({ ...defaultLetters[kind], kind, version: 0, missing: [] }));

const given = (over: object = {}) => {
  const letters = {
    viewLetters: async () =>
      ok({
        round: aRound(),
        answerDate: undefined,
        letters: entries.map((one) => ({ ...one, missing: one.kind === 'award' ? ['body' as const] : [] })),
      }),
    saveLetter: vi.fn(async () => ok({})),
    setAnswerDate: vi.fn(async () => ok({})),
    requestConfirmations: vi.fn(async () => ok({ written: 2 })),
    previewLetters: async () =>
      ok({
        round: aRound(),
        count: 1,
        kept: 1,
        items: [
          {
            application,
            kind: 'award' as const,
            status: 'certified' as const,
            letters: [
              {
                to: { name: 'Ada', address: 'ada@city.example' },
                language: 'ja' as const,
                letter: { subject: '採択のお知らせ', text: 'おめでとう<ございます>' },
                other: { subject: 'Award', text: 'Congratulations' },
                lacksJapanese: false,
              },
            ],
          },
        ],
      }),
    viewRemarks: async () =>
      ok({ application, round: aRound(), written: [remark], remarks: [remark], stands: undefined }),
    saveRemarks: vi.fn(async () => ok({})),
    ...over,
  };
  return { letters, ...webApp({ people: [staff, applicant], useCases: { letters, remarks: letters } }) };
};

test('the letters of a round stand in a list, with a mark where Japanese is missing', async () => {
  const html = await (await given().get('/en/staff/rounds/round-1/letters', { as: staff })).text();
  expect(html).toMatch(/Please confirm.*Preview every letter/s);
  expect(html).toContain('Japanese missing');
  expect(html).toContain('No mail goes to anyone.');
});

test('an unknown placeholder comes back with its name, and what was typed is kept', async () => {
  const { post, letters } = given();
  const typed = { 'subject.en': 'Award of {amuont}', 'subject.ja': '', 'body.en': 'Dear', 'body.ja': '' };
  const response = await post(
    '/en/staff/rounds/round-1/letters/award',
    { ...typed, version: '0' },
    { as: staff },
  );
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toMatch(/href="#subject-en"[^<]*>[^<]*\{amuont\} is no placeholder/);
  expect(html).toContain('value="Award of {amuont}"');
  expect(letters.saveLetter).not.toHaveBeenCalled();
  const good = { ...typed, 'subject.en': 'Award of {amount}', version: '0' };
  expect((await post('/en/staff/rounds/round-1/letters/award', good, { as: staff })).status).toBe(303);
  expect(letters.saveLetter).toHaveBeenCalledWith(
    staff.actor,
    expect.objectContaining({ kind: 'award', version: 0, subject: { en: 'Award of {amount}', ja: '' } }),
    expect.anything(),
  );
});

test('the preview shows who gets which words, as text, in both languages, and how many are kept from the reader', async () => {
  const html = await (await given().get('/en/staff/rounds/round-1/letters/preview', { as: staff })).text();
  expect(html).toMatch(/Ada &lt;ada@city\.example&gt;.*おめでとう&lt;ございます&gt;.*Congratulations/s);
  expect(html).toContain('One application is left out here');
});

test('the date is set, and once it has passed a new one writes the letters, which are held', async () => {
  const { post, letters } = given();
  const typed = { answerBy: '2027-03-20T17:00', version: '1' };
  const path = '/en/staff/rounds/round-1/letters';
  expect((await post(path, { ...typed, action: 'date' }, { as: staff })).status).toBe(303);
  expect(letters.setAnswerDate).toHaveBeenCalledWith(
    staff.actor,
    { roundId: 'round-1', answerBy: '2027-03-20T17:00', version: 1 },
    expect.anything(),
  );
  const asked = await post(path, { ...typed, action: 'ask' }, { as: staff });
  expect(asked.headers.get('location')).toContain('written=2');
  expect((await post(path, { answerBy: 'soon', version: '1' }, { as: staff })).status).toBe(400);
});

test('staff approve the very words they have before them', async () => {
  const { get, post, letters } = given();
  const html = await (await get('/en/staff/applications/a1/feedback', { as: staff })).text();
  expect(html).toMatch(/may have been set aside since.*?href="\/en\/staff\/rounds\/[^"]+\/scores"/);
  expect(html).toMatch(/Reviewer A.*Dates are missing\..*Name your hosts\..*value="approve"/s);
  const typed = {
    'remarks.0.reviewId': 'a1-review',
    'remarks.0.comments.outcomes': 'Dates are missing.',
    'remarks.0.feedback': 'Name your hosts and halls.',
    version: '0',
    action: 'approve',
  };
  expect((await post('/en/staff/applications/a1/feedback', typed, { as: staff })).status).toBe(303);
  expect(letters.saveRemarks).toHaveBeenCalledWith(
    staff.actor,
    {
      applicationId: 'a1',
      action: 'approve',
      version: 0,
      remarks: [{ ...remark, feedback: 'Name your hosts and halls.' }],
    },
    expect.anything(),
  );
});

test('whoever may not see them finds none of these pages', async () => {
  const none = async () => fail({ kind: 'not-found' } as const);
  const { get } = given({ viewLetters: none, previewLetters: none, viewRemarks: none });
  for (const path of ['rounds/round-1/letters', 'rounds/round-1/letters/preview', 'applications/a1/feedback'])
    for (const as of [staff, applicant]) expect((await get(`/en/staff/${path}`, { as })).status).toBe(404);
});
