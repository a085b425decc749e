import { expect, test } from 'vitest';
import { addAttachment, announcedFileSchema } from '../../../shared/applications/add-attachment.ts';
import { type Attachment, attachmentLimits } from '../../../shared/applications/attachment.ts';
import { openAttachment } from '../../../shared/applications/open-attachment.ts';
import { removeAttachment } from '../../../shared/applications/remove-attachment.ts';
import type { Sight } from '../../../shared/applications/sight.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import { viewApplication } from '../../../shared/applications/view-application.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { sightOf, staffSight } from '../../../shared/reviews/blinding.ts';
import { atNoon, callAt, noon, person, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  completeText,
  editor,
  fakeApplication,
  holderOf,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const letter = { ...input, name: 'Letter of intent.pdf', type: 'application/pdf' } as const;
const pdf = { size: 2048, etag: 'e1', begins: '255044462d312e37' };
const place = (over: Partial<Attachment> = {}): Attachment => ({
  id: 'file-1',
  applicationId: 'app-1',
  name: 'Letter.pdf',
  type: 'application/pdf',
  by: 'editor-1',
  at: noon.toISOString(),
  ...over,
});
const withFile = (over: Parameters<typeof fakeApplication>[0] = {}) => {
  const text = { ...completeText(), attachments: {} };
  const world = fakeApplication({ text, attachments: [place()], signOff: 'given', ...over });
  world.arrive(place(), pdf);
  return world;
};
const reviewer = person('reviewer-1', { kind: 'reviewer', roundId: 'round-1' });

test('reserves a place and gives a form bound to key, type and size; a retry gets the same place', async () => {
  const world = fakeApplication();
  const add = addAttachment(world);
  const first = await add(editor, { ...letter, size: 5000 }, callAt(noon, 'once'));
  expect(first).toMatchObject({
    value: { upload: { fields: { type: 'application/pdf', maximumBytes: '5000' } } },
  });
  expect(await add(editor, { ...letter, size: 5000 }, callAt(noon, 'once'))).toEqual(first);
  const found = await world.drafts.find('app-1');
  expect(found?.attachments).toHaveLength(1);
});

test('takes five types of file and 25 MB each, and goes on to our own pages only', () => {
  const { applicationId: _, ...file } = letter;
  const refused = (over: object) => !announcedFileSchema.safeParse({ ...file, ...over }).success;
  expect(refused({})).toBe(false);
  expect(refused({ size: 25 * 1024 * 1024 })).toBe(false);
  expect(refused({ size: 25 * 1024 * 1024 + 1 })).toBe(true);
  expect(refused({ type: 'text/html' })).toBe(true);
  expect(refused({ goOnTo: '/en/applications/app-1/attachments' })).toBe(false);
  expect(refused({ goOnTo: '//elsewhere.example' })).toBe(true);
});

test('the thirteenth file and the 101st megabyte are refused', async () => {
  const many = Array.from({ length: attachmentLimits.files }, (_, at) => place({ id: `file-${at}` }));
  expect(await addAttachment(fakeApplication({ attachments: many }))(editor, letter, atNoon)).toMatchObject({
    failure: { kind: 'files-over-limit', files: 13 },
  });
  const large = Array.from({ length: 4 }, (_, at) => place({ id: `file-${at}`, size: 25 * 1024 * 1024 }));
  const full = fakeApplication({ attachments: large });
  expect(await addAttachment(full)(editor, { ...letter, size: 1 }, atNoon)).toMatchObject({
    failure: { kind: 'files-over-limit', bytes: 100 * 1024 * 1024 + 1 },
  });
});

test.each([
  ['not arrived yet', undefined, 'waiting', 'not-arrived'],
  ['a page calling itself a PDF', { ...pdf, begins: '3c68746d6c3e' }, 'not-what-it-says', 'not-what-it-says'],
  ['larger than allowed', { ...pdf, size: 25 * 1024 * 1024 + 1 }, 'too-large', 'file-too-large'],
] as const)('a file %s keeps its section from being done', async (_, file, state, code) => {
  const world = withFile();
  if (file) world.arrive(place(), file);
  else await world.files.remove('applications/app-1/file-1');
  const view = await viewApplication(world)(viewer, input, atNoon);
  expect(view).toMatchObject({ value: { attachments: [{ state }] } });
  const section = view.ok && view.value.sections.find(({ id }) => id === 'attachments');
  expect(section).toMatchObject({ state: 'started', problems: [{ path: 'files.file-1', code }] });
});

test('no file at all must be said to be meant', async () => {
  const problemsWith = async (none: string) => {
    const world = fakeApplication({ text: { ...completeText(), attachments: { none } } });
    const view = await viewApplication(world)(viewer, input, atNoon);
    return view.ok && view.value.sections.find(({ id }) => id === 'attachments')?.problems;
  };
  expect(await problemsWith('')).toEqual([{ path: 'none', code: 'required' }]);
  expect(await problemsWith('yes')).toEqual([]);
});

test('a submission records each file’s name, size and ETag', async () => {
  const world = withFile();
  expect(await submitApplication(world)(owner, input, atNoon)).toMatchObject({ ok: true });
  expect(JSON.parse(world.sent.get(1)?.submission.snapshot ?? '').attachments).toEqual([
    { id: 'file-1', name: 'Letter.pdf', type: 'application/pdf', size: 2048, etag: 'e1' },
  ]);
});

test('a removed file is gone, unless it was sent once', async () => {
  const world = withFile();
  await removeAttachment(world)(editor, { ...input, attachmentId: 'file-1' }, atNoon);
  expect(world.hasFile(place())).toBe(false);

  const sent = withFile();
  await submitApplication(sent)(owner, input, atNoon);
  sent.setHead({ status: 'draft' });
  await removeAttachment(sent)(editor, { ...input, attachmentId: 'file-1' }, atNoon);
  expect((await sent.drafts.find('app-1'))?.attachments).toEqual([]);
  expect(sent.hasFile(place())).toBe(true);
});

test('what was sent keeps its files', async () => {
  const world = withFile({ application: anApplication({ status: 'submitted' }) });
  const refused = { failure: { kind: 'step-refused', current: 'submitted', action: 'edit' } };
  expect(await addAttachment(world)(editor, letter, atNoon)).toMatchObject(refused);
  const removal = { ...input, attachmentId: 'file-1' };
  expect(await removeAttachment(world)(editor, removal, atNoon)).toMatchObject(refused);
});

test.each([
  ['a viewer', viewer],
  ['an owner of another organisation', stranger],
  ['staff', staff],
  ['the public', { kind: 'public' } as const],
  ['the holder of a link', holderOf('t')],
])('%s can neither add nor remove', async (_, actor) => {
  const world = withFile();
  expect(await addAttachment(world)(actor, letter, atNoon)).toEqual(fail({ kind: 'not-found' }));
  const removal = { ...input, attachmentId: 'file-1' };
  expect(await removeAttachment(world)(actor, removal, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(world.hasFile(place())).toBe(true);
});

const opening = { ...input, attachmentId: 'file-1' };

test('its own people open any file; a cleared reader those that were sent, as they were sent', async () => {
  const world = withFile();
  expect(await openAttachment(world)(viewer, opening, atNoon)).toMatchObject({ ok: true });
  const readers = { ...world, sightFor: async () => sightOf(aRound(), 'reviewing') };
  expect(await openAttachment(readers)(reviewer, opening, atNoon)).toEqual(fail({ kind: 'not-found' }));
  await submitApplication(world)(owner, input, atNoon);
  expect(await openAttachment(readers)(reviewer, opening, atNoon)).toMatchObject({ ok: true });
  expect(await openAttachment(world)(reviewer, opening, atNoon)).toEqual(fail({ kind: 'not-found' }));
  world.arrive(place(), { ...pdf, etag: 'another' });
  expect(await openAttachment(readers)(reviewer, opening, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('where names are hidden a reviewer gets only the files staff released, under a neutral name', async () => {
  const round = aRound({ blinding: 'names-hidden' });
  const world = withFile({ round });
  await submitApplication(world)(owner, input, atNoon);
  const names: string[] = [];
  const files = {
    ...world.files,
    address: async ({ name }: { name: string }) => {
      names.push(name);
      return 'https://files.test';
    },
  };
  const opened = (sight: Sight) =>
    openAttachment({ ...world, files, sightFor: async () => sight })(reviewer, opening, atNoon);
  const ruled = (is: 'released' | 'withheld') => ({
    applicationId: 'app-1',
    version: 1,
    passages: [],
    files: { 'file-1': is },
  });
  expect(await opened(sightOf(round, 'reviewing'))).toEqual(fail({ kind: 'not-found' }));
  expect(await opened(sightOf(round, 'submitted'))).toEqual(fail({ kind: 'not-found' }));
  expect(await opened(sightOf(round, 'reviewing', ruled('released')))).toMatchObject({ ok: true });
  expect(await opened(staffSight)).toMatchObject({ ok: true });
  expect(await opened(sightOf(aRound(), 'reviewing', ruled('withheld')))).toEqual(
    fail({ kind: 'not-found' }),
  );
  expect(names).toEqual(['Attachment 1.pdf', 'Letter.pdf']);
});
