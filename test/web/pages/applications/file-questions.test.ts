import { expect, test } from 'vitest';
import type { Attachment } from '../../../../shared/applications/attachment.ts';
import type { ExtraQuestion } from '../../../../shared/programs/extra-question.ts';
import { applicantSite, people } from '../../../support/applicant-site.ts';
import { anApplication, completeText } from '../../../support/applications-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const extraQuestions: ExtraQuestion[] = [
  {
    id: 'hall',
    kind: 'choice',
    label: { en: 'Do you rent a hall?', ja: '会場を借りますか。' },
    required: true,
    options: [
      { id: 'yes', label: { en: 'Yes', ja: 'はい' } },
      { id: 'no', label: { en: 'No', ja: 'いいえ' } },
    ],
  },
  {
    id: 'plan',
    kind: 'file',
    label: { en: 'The hall’s plan', ja: '会場の図面' },
    help: { en: 'One page is enough.', ja: '1枚で構いません。' },
    required: true,
    showIf: { question: 'hall', answers: ['yes'] },
  },
  { id: 'photo', kind: 'file', label: { en: 'A photograph', ja: '写真' }, required: false },
];
const arrived = {
  size: 90_000,
  etag: 'e',
  at: '2027-01-03T00:00:00.000Z',
  sound: true,
  scan: 'clean',
} as const;
const file = (over: Partial<Attachment> = {}): Attachment => ({
  ...{ id: 'file-1', applicationId: 'app-1', version: 1, name: 'Ground floor.pdf', type: 'application/pdf' },
  ...{ held: 900, by: 'owner-1', at: '2027-01-03T00:00:00.000Z', arrived },
  ...over,
});
const plan = file({ questionId: 'plan' });
const letter = file({ id: 'file-2', name: 'Letter.pdf' });
const site = (hall: string, attachments: readonly Attachment[], more = {}) =>
  applicantSite({
    round: aRound({ extraQuestions }),
    text: { ...completeText(), questions: { hall } },
    attachments,
    ...more,
  });
const htmlOf = async (response: Promise<Response> | Response) => (await response).text();
const part = (html: string, id: string) =>
  new RegExp(`<div[^>]* data-question="${id}".*?(?=<div[^>]* data-question|<div class="acts)`, 's').exec(
    html,
  )?.[0] ?? '';

test('a question for a file stands in the section with its help, its files and the way to add one', async () => {
  const html = await htmlOf(site('yes', [plan, letter]).get('questions'));
  const asked = part(html, 'plan');
  expect(asked).toContain('<legend>The hall’s plan</legend>');
  expect(asked).toContain('One page is enough.');
  expect(asked).toContain('href="/applications/app-1/files/file-1">Ground floor.pdf</a>');
  expect(asked).toContain('name="do" value="file:plan"');
  expect(asked).not.toContain('Letter.pdf');
  expect(part(html, 'photo')).toContain('(optional)');
  const hidden = part(await htmlOf(site('no', [plan]).get('questions')), 'plan');
  expect(hidden).toMatch(/^<div[^>]* hidden/);
});

test('adding a file saves what was typed and leads to the page for it; nothing else passes into the address', async () => {
  const { post, section, get } = site('', []);
  const saved = await post('questions', { version: '1', do: 'file:plan', asked: 'hall', hall: 'yes' });
  expect(saved.headers.get('location')).toBe('/applications/app-1/files/new?question=plan');
  expect(section('questions')?.data).toEqual({ hall: 'yes' });
  expect(await htmlOf(get('files/new?question=plan'))).toContain(
    'It answers the question “The hall’s plan”.',
  );
  const odd = await post('questions', {
    version: '2',
    do: 'file:../x?y',
    asked: 'hall,plan,photo',
    hall: 'no',
  });
  expect(odd.headers.get('location')).not.toContain('files');
});

test('a missing file is told at its question, and only where it is asked', async () => {
  const { get, post } = site('yes', []);
  const html = await htmlOf(get('questions?check=1'));
  expect(html).toMatch(/href="#plan">The hall’s plan/);
  expect(html).toMatch(/<button[^>]*id="plan"/);
  const form = { do: 'continue', asked: 'hall,plan,photo' };
  const still = await post('questions', { ...form, version: '1', hall: 'yes' });
  expect(still.headers.get('location')).toBe('/applications/app-1/questions?check=1');
  const gone = await post('questions', { ...form, version: '2', hall: 'no' });
  expect(gone.headers.get('location')).toBe('/applications/app-1/counterpart');
});

test('the check and the print show a file at the question it answers, and nowhere else', async () => {
  const { get, as } = site('yes', [plan, letter]);
  for (const page of ['check', 'print']) {
    const html = await htmlOf(get(page));
    expect(html).toMatch(/<dt>The hall’s plan<\/dt><dd>.*?Ground floor\.pdf/s);
    expect(html.match(/Ground floor\.pdf/g)).toHaveLength(1);
    expect(html.match(/Letter\.pdf/g)).toHaveLength(1);
  }
  expect(await htmlOf(get('/ja/applications/app-1/print'))).toMatch(/<dt>会場の図面<\/dt>/);
  expect(await htmlOf(as(people.viewer).get('questions'))).toContain('Ground floor.pdf');
  const without = await htmlOf(site('no', [plan]).get('print'));
  expect(without).not.toMatch(/The hall’s plan|Ground floor/);
});

test('what was sent shows the file at its question, as a link for its own people', async () => {
  const world = site('yes', [plan], { signOff: 'given' });
  expect((await world.post('check', { _key: 'k' })).headers.get('location')).toContain('receipt');
  const html = await htmlOf(world.get('submitted'));
  expect(html).toMatch(/<dt>The hall’s plan<\/dt><dd>.*?href="\/applications\/app-1\/files\/file-1"/s);
});

test('the list of files says which question each answers, and which is not sent', async () => {
  const html = await htmlOf(site('yes', [plan, letter]).get('attachments'));
  expect(html).toContain('It answers the question “The hall’s plan”.');
  const hidden = await htmlOf(site('no', [plan]).get('attachments'));
  expect(hidden).toContain('it is kept here and is not sent');
  // An answer is no attachment: whether there are none is asked still.
  expect(hidden).toContain('name="none"');
});

test('the office’s signed answer is marked at the upload, and shown beside its answer', async () => {
  const { get, post } = site('no', []);
  expect(await htmlOf(get('confirmation'))).toContain(
    'href="/applications/app-1/files/new?for=office-answer"',
  );
  expect(await htmlOf(get('files/new?for=office-answer'))).toMatch(/name="officeAnswer" value="yes" checked/);
  expect(await htmlOf(get('files/new'))).not.toMatch(/name="officeAnswer" value="yes" checked/);
  expect(await htmlOf(get('files/new?question=photo'))).not.toContain('name="officeAnswer"');
  const form = { purpose: 'Signed sheet', type: 'application/pdf', officeAnswer: 'yes' };
  expect((await post('files/new', form)).status).toBe(200);
  const signed = file({ name: 'Signed sheet.pdf', standsFor: 'office-answer' });
  expect(await htmlOf(get('attachments'))).toContain('signed answer on paper, as the applicant says');
  const shown = site('no', [signed, letter]);
  const html = await htmlOf(shown.get('confirmation'));
  expect(html).toContain('Signed sheet.pdf');
  expect(html).toContain('signed answer on paper, as the applicant says');
  expect(html).not.toContain('Letter.pdf');
  expect(await htmlOf(shown.get('/ja/applications/app-1/confirmation'))).toContain(
    '回答を紙で受け取られた場合',
  );
  const sent = site('no', [], { application: anApplication({ status: 'withdrawn' }) });
  expect(await htmlOf(sent.get('confirmation'))).not.toContain('for=office-answer');
});
