import { expect, test } from 'vitest';
import type { ExtraQuestion } from '../../../../shared/programs/extra-question.ts';
import { applicantSite } from '../../../support/applicant-site.ts';
import { completeText } from '../../../support/applications-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const said = (en: string, ja: string) => ({ en, ja });
const extraQuestions: ExtraQuestion[] = [
  {
    id: 'stay',
    kind: 'choice',
    label: said('Where do you stay?', '宿泊先はどちらですか。'),
    help: said('One answer is enough.', '一つお選びください。'),
    required: true,
    options: [
      { id: 'host', label: said('With hosts', 'ホームステイ') },
      { id: 'hotel', label: said('In a hotel', 'ホテル') },
    ],
  },
  {
    id: 'nights',
    kind: 'number',
    label: said('How many nights?', '何泊ですか。'),
    required: false,
    min: 1,
    max: 14,
    showIf: { question: 'stay', answers: ['hotel'] },
  },
  {
    id: 'days',
    kind: 'several',
    label: said('On which days?', 'どの日ですか。'),
    required: false,
    options: [
      { id: 'mon', label: said('Monday', '月曜日') },
      { id: 'tue', label: said('Tuesday', '火曜日') },
    ],
  },
];
const site = (questions = {}) =>
  applicantSite({
    round: aRound({ extraQuestions }),
    text: { ...completeText(), questions },
  });
const part = (page: string, id: string) =>
  new RegExp(`<div[^>]*data-question="${id}"[^>]*>`).exec(page)?.[0] ?? '';

test('a question shows with its help and bounds, and is hidden until an answer leads to it', async () => {
  const page = await (await site().get('questions')).text();
  expect(page).toContain('One answer is enough.');
  expect(page).toContain('From 1 to 14.');
  expect(part(page, 'stay')).not.toContain('hidden');
  expect(part(page, 'nights')).toContain('hidden');
  const led = await (await site({ stay: 'hotel' }).get('questions')).text();
  expect(part(led, 'nights')).not.toContain('hidden');
});

test('without scripts a question that an answer leads to is shown before one goes on', async () => {
  const { post } = site();
  const first = await post('questions', { version: '1', do: 'continue', asked: 'stay,days', stay: 'hotel' });
  expect(first.headers.get('location')).toBe('/applications/app-1/questions#nights');
  const then = { version: '2', do: 'continue', asked: 'stay,nights,days', stay: 'hotel', nights: '' };
  expect((await post('questions', then)).headers.get('location')).toBe('/applications/app-1/counterpart');
});

test('several ticked boxes are one answer, and come back ticked', async () => {
  const world = site({ stay: 'host', days: 'mon,tue' });
  const page = await (await world.get('questions')).text();
  expect(page.match(/name="days" value="(mon|tue)" checked/g)).toHaveLength(2);
});

test('readers see the options’ words and only what was asked', async () => {
  const world = site({ stay: 'host', nights: '3', days: 'mon,tue' });
  const page = await (await world.get('/ja/applications/app-1/print')).text();
  expect(page).toContain('ホームステイ');
  expect(page).toContain('月曜日、火曜日');
  expect(page).not.toContain('何泊ですか。');
});
