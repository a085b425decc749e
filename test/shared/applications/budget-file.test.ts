import { expect, test } from 'vitest';
import { exportBudget, importBudget, previewBudget } from '../../../shared/applications/budget-file.ts';
import { saveSection } from '../../../shared/applications/save-section.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { callAt, noon } from '../../support/accounts-fakes.ts';
import { editor, fakeApplication, stranger, viewer } from '../../support/applications-fakes.ts';

const atNoon = callAt(noon);
const input = { applicationId: 'app-1' };
const good = 'category,description,quantity,unitCost,requested\nlodging,Rooms,4,100,400\n';
const bad = 'category,description,quantity,unitCost,requested\nlodging,Rooms,4,100,400\ntravel,Bus,1,much,\n';
const importer = (world: ReturnType<typeof fakeApplication>) =>
  importBudget({ ...world, saveSection: saveSection(world) });

test('a preview says what would replace what, and changes nothing', async () => {
  const world = fakeApplication();
  const before = world.section('budget');
  expect(await previewBudget(world)(editor, { ...input, csv: good }, atNoon)).toMatchObject({
    value: {
      version: 1,
      now: [{ description: 'Flights' }],
      file: [{ description: 'Rooms', category: 'lodging', unitCost: '100', match: '', inKind: '' }],
      problems: [],
    },
  });
  expect(await previewBudget(world)(viewer, { ...input, csv: bad }, atNoon)).toMatchObject({
    value: { file: [], problems: [{ path: 'rows.3.unitCost', code: 'not-money' }] },
  });
  expect(world.section('budget')).toEqual(before);
});

test('an import replaces every line at once, under the version that was looked at', async () => {
  const world = fakeApplication();
  expect(await importer(world)(editor, { ...input, csv: good, version: 1 }, atNoon)).toMatchObject({
    value: { version: 2 },
  });
  expect(world.section('budget')?.data).toMatchObject({ lines: [{ description: 'Rooms' }] });
  expect(await importer(world)(editor, { ...input, csv: good, version: 1 }, atNoon)).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
});

test('a file with one wrong cell changes nothing at all', async () => {
  const world = fakeApplication();
  const before = world.section('budget');
  expect(await importer(world)(editor, { ...input, csv: bad, version: 1 }, atNoon)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'rows.3.unitCost', code: 'not-money' }] }),
  );
  expect(world.section('budget')).toEqual(before);
});

test('viewers take the lines out and bring none in; strangers find nothing', async () => {
  const world = fakeApplication();
  const out = await exportBudget(world)(viewer, input, atNoon);
  expect(out).toMatchObject({ value: { version: 1 } });
  for (const csv of [good, bad]) {
    expect(await importer(world)(viewer, { ...input, csv, version: 1 }, atNoon)).toEqual(
      fail({ kind: 'not-found' }),
    );
    expect(await importer(world)(stranger, { ...input, csv, version: 1 }, atNoon)).toEqual(
      fail({ kind: 'not-found' }),
    );
  }
  expect(await exportBudget(world)(stranger, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(await previewBudget(world)(stranger, { ...input, csv: good }, atNoon)).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('what is sent already takes no file', async () => {
  const world = fakeApplication();
  world.setHead({ status: 'submitted' });
  expect(await importer(world)(editor, { ...input, csv: good, version: 1 }, atNoon)).toMatchObject({
    failure: { kind: 'step-refused' },
  });
});
