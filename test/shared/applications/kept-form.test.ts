import { expect, test } from 'vitest';
import { addAttachment } from '../../../shared/applications/add-attachment.ts';
import { saveSection } from '../../../shared/applications/save-section.ts';
import { viewApplication } from '../../../shared/applications/view-application.ts';
import type { ExtraQuestion } from '../../../shared/programs/extra-question.ts';
import { editRound } from '../../../shared/programs/round-steps.ts';
import { atNoon } from '../../support/accounts-fakes.ts';
import { editor, fakeApplication } from '../../support/applications-fakes.ts';
import { aRound, termsOf } from '../../support/programs-fakes.ts';

const question = (id: string): ExtraQuestion => ({
  id,
  label: { en: `${id}?`, ja: '' },
  kind: 'long',
  required: true,
});

/** An application begun under the first form, after staff have made the second. */
const afterAnEdit = async (first = question('first'), second = question('second')) => {
  const round = aRound({ extraQuestions: [first] });
  const world = fakeApplication({ round });
  const terms = { ...termsOf(round), extraQuestions: [second] };
  const act = { by: 'staff-1', now: new Date('2026-12-01T12:00:00.000Z') };
  const edited = editRound(round, { terms, version: 1, newForm: 2 }, act);
  if (!edited.ok) throw new Error('the edit makes a form');
  await world.rounds.save(edited.value);
  return world;
};
const asked = (view: Awaited<ReturnType<ReturnType<typeof viewApplication>>>) =>
  view.ok && view.value.round.extraQuestions.map(({ id }) => id);

test('an application keeps the questions it was started with, whatever staff ask of later ones', async () => {
  const world = await afterAnEdit();
  const view = () => viewApplication(world)(editor, { applicationId: 'app-1' }, atNoon);
  expect(asked(await view())).toEqual(['first']);
  world.setHead({ formVersion: 2 });
  expect(asked(await view())).toEqual(['second']);
});

test('what is typed is taken by the form the application keeps', async () => {
  const world = await afterAnEdit();
  const save = (data: Record<string, string>) => {
    const version = world.section('questions')?.version ?? 0;
    return saveSection(world)(
      editor,
      { applicationId: 'app-1', sectionId: 'questions', version, data },
      atNoon,
    );
  };
  expect((await save({ first: 'Because.' })).ok).toBe(true);
  expect(await save({ second: 'Why not?' })).toMatchObject({
    failure: { fields: [{ path: 'second', code: 'unknown-field' }] },
  });
});

test('a file is taken for a question of the form the application keeps', async () => {
  const fileFor = (id: string): ExtraQuestion => ({
    id,
    label: { en: id, ja: '' },
    kind: 'file',
    required: true,
  });
  const world = await afterAnEdit(fileFor('first'), fileFor('second'));
  const file = { name: 'Plan.pdf', type: 'application/pdf', size: 900 } as const;
  const add = (questionId: string) =>
    addAttachment(world)(editor, { applicationId: 'app-1', ...file, questionId }, atNoon);
  expect((await add('first')).ok).toBe(true);
  expect(await add('second')).toMatchObject({ failure: { fields: [{ code: 'unknown-question' }] } });
});
