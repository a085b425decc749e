import { expect, test } from 'vitest';
import { saveSection } from '../../../shared/applications/save-section.ts';
import { baseOf } from '../../../shared/applications/sections/section-base.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { atNoon, callAt, noon, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  completeText,
  editor,
  fakeApplication,
  holderOf,
  lastInstant,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const data = { title: 'Two rivers', theme: '', focus: '', summary: 'Half a sen' };
const input = { applicationId: 'app-1', sectionId: 'project', version: 0, data } as const;
const failure = (failed: object) => ({ ok: false, failure: failed });

test('keeps what was typed, unfinished as it is, with its version and instant and no event', async () => {
  const world = fakeApplication({ text: {} });
  expect(await saveSection(world)(editor, input, atNoon)).toEqual(
    ok({ version: 1, savedAt: noon.toISOString() }),
  );
  expect(world.section('project')).toMatchObject({ version: 1, savedBy: 'editor-1', data });
  expect(world.events).toEqual([]);
});

test('of two tabs the second is told what stands, and overwrites nothing', async () => {
  const world = fakeApplication({ text: {} });
  const save = saveSection(world);
  await save(editor, input, atNoon);
  const other = { ...input, data: { ...data, title: 'The other tab' } };
  expect(await save(editor, other, atNoon)).toEqual(failure({ kind: 'stale', current: 1 }));
  expect(world.section('project')?.data.title).toBe('Two rivers');
  expect(await save(editor, { ...other, version: 1 }, atNoon)).toMatchObject({ value: { version: 2 } });
});

test('a draft is still kept after the close: nothing is lost by being late', async () => {
  const late = callAt(new Date(lastInstant.getTime() + 1));
  expect(await saveSection(fakeApplication({ text: {} }))(editor, input, late)).toMatchObject({ ok: true });
});

test.each([
  ['a viewer', viewer],
  ['an owner of another organisation', stranger],
  ['staff', staff],
  ['the public', { kind: 'public' } as const],
  ['the holder of a link', holderOf('t')],
])('%s finds nothing to write in', async (_, actor) => {
  const world = fakeApplication({ text: {} });
  expect(await saveSection(world)(actor, input, atNoon)).toEqual(failure({ kind: 'not-found' }));
  expect(world.section('project')).toBeUndefined();
});

test.each(['submitted', 'in-review', 'withdrawn'] as const)('what is %s does not change', async (status) => {
  const world = fakeApplication({ application: anApplication({ status }) });
  expect(await saveSection(world)(editor, { ...input, version: 1 }, atNoon)).toEqual(
    failure({ kind: 'step-refused', current: status, action: 'edit' }),
  );
});

test('before the announcement a refusal does not tell what the committee decided', async () => {
  const world = fakeApplication({ application: anApplication({ status: 'awarded' }) });
  expect(await saveSection(world)(editor, { ...input, version: 1 }, atNoon)).toMatchObject({
    failure: { current: 'in-review' },
  });
});

test('an unknown field is refused by name, and so is more than a section holds', async () => {
  const save = saveSection(fakeApplication({ text: {} }));
  expect(await save(editor, { ...input, data: { ...data, passport: 'X' } }, atNoon)).toEqual(
    failure({ kind: 'invalid-input', fields: [{ path: 'passport', code: 'unknown-field' }] }),
  );
  expect(await save(editor, { ...input, data: 'text' }, atNoon)).toEqual(
    failure({ kind: 'invalid-input', fields: [{ path: '', code: 'not-text' }] }),
  );
  const meeting = { with: '会'.repeat(120), kind: 'x', purpose: '議'.repeat(540), priority: 'x' };
  const full = { meetings: Array.from({ length: 20 }, () => meeting) };
  const brim = { applicationId: 'app-1', sectionId: 'meetings', version: 0, data: full } as const;
  expect(await save(editor, brim, atNoon)).toMatchObject({ ok: true });
  const label = { en: 'Why?', ja: '' };
  const extraQuestions = Array.from({ length: 10 }, (_, at) => ({
    id: `q${at}`,
    label,
    kind: 'long' as const,
    required: true,
  }));
  const asked = fakeApplication({ text: {}, round: aRound({ extraQuestions }) });
  const answers = Object.fromEntries(extraQuestions.map(({ id }) => [id, '長'.repeat(2700)]));
  const over = { applicationId: 'app-1', sectionId: 'questions', version: 0, data: answers } as const;
  expect(await saveSection(asked)(editor, over, atNoon)).toEqual(
    failure({ kind: 'invalid-input', fields: [{ path: '', code: 'too-long' }] }),
  );
});

test('with what was read, another editor’s save in between is merged, and says whose it was', async () => {
  const world = fakeApplication();
  const base = baseOf(completeText().project);
  world.write('project', { ...completeText().project, focus: 'Pears' });
  const mine = { ...completeText().project, title: 'Mine' };
  const asked = { applicationId: 'app-1', sectionId: 'project', version: 1, data: mine, base } as const;
  const merged = { ...mine, focus: 'Pears' };
  expect(await saveSection(world)(owner, asked, atNoon)).toEqual(
    ok({
      version: 3,
      savedAt: noon.toISOString(),
      merged: { data: merged, by: 'editor-1', at: '2027-01-02T00:00:00.000Z' },
    }),
  );
  expect(world.section('project')).toMatchObject({ data: merged, savedBy: 'owner-1' });
  // Both are known to have written here.
  expect(Object.keys(world.section('project')?.editors ?? {})).toEqual(['editor-1', 'owner-1']);
});

test('a true clash overwrites nothing, and neither does a base that says nothing', async () => {
  const world = fakeApplication();
  const base = baseOf(completeText().project);
  world.write('project', { ...completeText().project, title: 'Theirs' });
  const data = { ...completeText().project, title: 'Mine' };
  const asked = { applicationId: 'app-1', sectionId: 'project', version: 1, data } as const;
  for (const given of [base, {}, undefined])
    expect(await saveSection(world)(owner, { ...asked, base: given }, atNoon)).toEqual(
      failure({ kind: 'stale', current: 2 }),
    );
  expect(world.section('project')?.data.title).toBe('Theirs');
});

test('a save that others come before again and again is merged with each of them', async () => {
  const world = fakeApplication();
  const base = baseOf(completeText().project);
  const others = ['focus', 'summary', 'theme'] as const;
  let came = 0;
  const drafts = {
    ...world.drafts,
    saveSection: async (...given: Parameters<typeof world.drafts.saveSection>) => {
      const name = others[came];
      came += 1;
      if (name) world.write('project', { ...world.section('project')?.data, [name]: `${name} of theirs` });
      return world.drafts.saveSection(...given);
    },
  };
  const data = { ...completeText().project, title: 'Mine' };
  const asked = { applicationId: 'app-1', sectionId: 'project', version: 1, data, base } as const;
  expect(await saveSection({ ...world, drafts })(owner, asked, atNoon)).toMatchObject({ ok: true });
  expect(world.section('project')?.data).toEqual({
    title: 'Mine',
    focus: 'focus of theirs',
    summary: 'summary of theirs',
    theme: 'theme of theirs',
  });
});

test('what is saved is clean of what Word leaves in it', async () => {
  const world = fakeApplication({ text: {} });
  const pasted = { ...data, summary: 'exch\u00adange\u00a0of\u000b\uf0b7\tmakers' };
  await saveSection(world)(editor, { ...input, data: pasted }, atNoon);
  expect(world.section('project')?.data.summary).toBe('exchange of\n• makers');
});
