import { expect, test } from 'vitest';
import { listChapters, viewChapter } from '../../../shared/chapters/list-chapters.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { jetaaChapters } from '../../../shared/reference/jetaa-chapters.ts';
import { aCall } from '../../support/partnerships-fakes.ts';

test('everyone reads 19 chapters and then their sub-chapters, or those of a state', async () => {
  const all = await listChapters()(publicActor, {}, aCall());
  expect(all.ok && all.value.items.map(({ status }) => status)).toEqual([
    ...Array(19).fill('chapter'),
    ...Array(2).fill('sub-chapter'),
  ]);
  const ofState = await listChapters()(publicActor, { state: 'PA' }, aCall());
  expect(ofState.ok && ofState.value.items.map(({ id }) => id)).toEqual([
    'jetaa-new-york',
    'jetaa-philadelphia',
  ]);
});

test('every chapter is found by its id, the historic one too; an unknown one is not', async () => {
  for (const chapter of jetaaChapters)
    expect(await viewChapter()(publicActor, { chapterId: chapter.id }, aCall())).toEqual({
      ok: true,
      value: { chapter },
    });
  expect(await viewChapter()(publicActor, { chapterId: 'jetaa-atlantis' }, aCall())).toMatchObject({
    failure: { kind: 'not-found' },
  });
});
