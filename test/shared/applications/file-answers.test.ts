import { expect, test } from 'vitest';
import { addAttachment } from '../../../shared/applications/add-attachment.ts';
import type { Attachment } from '../../../shared/applications/attachment.ts';
import { snapshotSchema } from '../../../shared/applications/snapshot.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import { viewApplication } from '../../../shared/applications/view-application.ts';
import type { ExtraQuestion } from '../../../shared/programs/extra-question.ts';
import { atNoon, callAt, noon } from '../../support/accounts-fakes.ts';
import { completeText, editor, fakeApplication, owner } from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const said = (en: string) => ({ en, ja: '' });
const plan: ExtraQuestion = {
  id: 'plan',
  kind: 'file',
  label: said('The hall’s plan'),
  required: true,
  showIf: { question: 'hall', answers: ['yes'] },
};
const extraQuestions: ExtraQuestion[] = [
  { id: 'hall', kind: 'consent', label: said('We rent a hall'), required: false },
  plan,
];
const round = aRound({ extraQuestions });
const arrived = { size: 900, etag: 'e', at: '2027-01-03T00:00:00.000Z', sound: true, scan: 'clean' } as const;
const file = (over: Partial<Attachment> = {}): Attachment => ({
  ...{
    id: 'file-1',
    applicationId: 'app-1',
    version: 1,
    name: 'Plan.pdf',
    type: 'application/pdf',
    held: 900,
  },
  ...{ by: 'owner-1', at: '2027-01-03T00:00:00.000Z', arrived },
  ...over,
});
const answering = (over: Partial<Attachment> = {}) => file({ questionId: 'plan', ...over });
const world = (hall: string, attachments: readonly Attachment[]) =>
  fakeApplication({
    round,
    attachments,
    text: { ...completeText(), questions: { hall } },
    signOff: 'given',
  });
const problemsIn = async (hall: string, attachments: readonly Attachment[]) => {
  const seen = await viewApplication(world(hall, attachments))(owner, { applicationId: 'app-1' }, atNoon);
  return seen.ok && seen.value.sections.find(({ id }) => id === 'questions')?.problems;
};
const sentFrom = async (given: ReturnType<typeof fakeApplication>) => {
  const sent = await submitApplication(given)(owner, { applicationId: 'app-1' }, callAt(noon));
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return snapshotSchema.parse(JSON.parse(given.sent.get(1)?.submission.snapshot ?? '')).attachments;
};

test('a file is demanded only where the other answers lead to its question', async () => {
  expect(await problemsIn('', [])).toEqual([]);
  expect(await problemsIn('yes', [])).toEqual([{ path: 'plan', code: 'required' }]);
  expect(await problemsIn('yes', [answering()])).toEqual([]);
  // A file among the attachments answers no question.
  expect(await problemsIn('yes', [file()])).toEqual([{ path: 'plan', code: 'required' }]);
});

test('what is amiss with a file stands in the way only while its question is asked', async () => {
  const infected = answering({ arrived: { ...arrived, scan: 'infected' } });
  expect(await problemsIn('yes', [infected])).toEqual([{ path: 'plan', code: 'file-infected' }]);
  expect(await problemsIn('', [infected])).toEqual([]);
});

test('a file goes along with its question: one that the answers hide is kept and not sent', async () => {
  const letter = file({ id: 'file-2', name: 'Letter.pdf' });
  const shown = await sentFrom(world('yes', [letter, answering()]));
  expect(shown.map(({ id, questionId }) => [id, questionId])).toEqual([
    ['file-2', undefined],
    ['file-1', 'plan'],
  ]);
  const hidden = world('', [letter, answering({ arrived: { ...arrived, scan: 'infected' } })]);
  expect((await sentFrom(hidden)).map(({ id }) => id)).toEqual(['file-2']);
  expect(await hidden.attachments.find('app-1', 'file-1')).toBeDefined();
});

test('that a file is the office’s signed answer is sent with it', async () => {
  const signed = file({ standsFor: 'office-answer' });
  expect(await sentFrom(world('', [signed]))).toMatchObject([{ id: 'file-1', standsFor: 'office-answer' }]);
});

test('a place is made for the office’s answer', async () => {
  const given = fakeApplication({ round, text: {} });
  const added = { applicationId: 'app-1', name: 'Sheet.pdf', type: 'application/pdf', size: 900 } as const;
  const place = await addAttachment(given)(editor, { ...added, standsFor: 'office-answer' }, atNoon);
  expect(place.ok && (await given.attachments.find('app-1', place.value.attachmentId))?.standsFor).toBe(
    'office-answer',
  );
});
