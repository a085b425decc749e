import { expect, test } from 'vitest';
import { addAttachment, announcedFileSchema } from '../../../shared/applications/add-attachment.ts';
import { type Attachment, attachmentLimits } from '../../../shared/applications/attachment.ts';
import { dropFiles } from '../../../shared/applications/drop-files.ts';
import { noteFile } from '../../../shared/applications/note-file.ts';
import { openAttachment } from '../../../shared/applications/open-attachment.ts';
import { removeAttachment } from '../../../shared/applications/remove-attachment.ts';
import type { Sight } from '../../../shared/applications/sight.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import { viewApplication } from '../../../shared/applications/view-application.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
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
const pdf = { size: 2048, etag: 'e1', scan: 'clean', sound: true } as const;
const at = noon.toISOString();
const place = (over: Partial<Attachment> = {}): Attachment => ({
  id: 'file-1',
  applicationId: 'app-1',
  name: 'Letter.pdf',
  type: 'application/pdf',
  version: 1,
  held: 2048,
  by: 'editor-1',
  at,
  ...over,
});
/** A place whose file has come, as it was noted. */
const filled = (over: Partial<NonNullable<Attachment['arrived']>> = {}) =>
  place({ version: 2, arrived: { size: 2048, etag: 'e1', at, sound: true, scan: 'clean', ...over } });
const withFile = (over: Parameters<typeof fakeApplication>[0] = {}) => {
  const text = { ...completeText(), attachments: {} };
  const world = fakeApplication({ text, attachments: [filled()], signOff: 'given', ...over });
  world.upload(place(), pdf);
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
  const large = Array.from({ length: 4 }, (_, at) => place({ id: `file-${at}`, held: 25 * 1024 * 1024 }));
  const full = fakeApplication({ attachments: large });
  expect(await addAttachment(full)(editor, { ...letter, size: 1 }, atNoon)).toMatchObject({
    failure: { kind: 'files-over-limit', bytes: 100 * 1024 * 1024 + 1 },
  });
});

test.each([
  ['not arrived yet', undefined, 'waiting', 'not-arrived'],
  ['a page calling itself a PDF', { sound: false }, 'not-what-it-says', 'not-what-it-says'],
  ['larger than allowed', { size: 25 * 1024 * 1024 + 1 }, 'too-large', 'file-too-large'],
  ['infected', { scan: 'infected' }, 'infected', 'file-infected'],
  ['behind a password', { scan: 'unreadable' }, 'unreadable', 'file-unreadable'],
] as const)('a file %s keeps its section from being done, and the application here', async (_, arrived, state, code) => {
  const world = withFile({ attachments: [arrived ? filled(arrived) : place()] });
  const view = await viewApplication(world)(viewer, input, atNoon);
  expect(view).toMatchObject({ value: { attachments: [{ state }] } });
  const section = view.ok && view.value.sections.find(({ id }) => id === 'attachments');
  expect(section).toMatchObject({ state: 'started', problems: [{ path: 'files.file-1', code }] });
  expect(await submitApplication(world)(owner, input, atNoon)).toMatchObject({
    failure: { kind: 'sections-incomplete' },
  });
});

test('a file still being scanned is no reason to miss a deadline', async () => {
  const world = withFile({ attachments: [filled({ scan: 'waiting' })] });
  expect(await viewApplication(world)(viewer, input, atNoon)).toMatchObject({
    value: { attachments: [{ state: 'scanning' }] },
  });
  expect(await submitApplication(world)(owner, input, atNoon)).toMatchObject({ ok: true });
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

test('a removed file is gone soon after, unless it was sent once', async () => {
  const removal = { ...input, attachmentId: 'file-1' };
  const world = withFile();
  expect(await removeAttachment(world)(editor, removal, atNoon)).toEqual(ok({}));
  expect(await removeAttachment(world)(editor, removal, atNoon)).toEqual(ok({}));
  expect(world.events.map(({ type, data }) => [type, data])).toEqual([
    ['attachment-removed', { attachmentId: 'file-1' }],
  ]);
  expect(await noteFile(world)(key, noon)).toBe('deleted');
  expect(world.hasFile(place())).toBe(false);

  const sent = withFile();
  await submitApplication(sent)(owner, input, atNoon);
  sent.setHead({ status: 'draft' });
  await removeAttachment(sent)(editor, removal, atNoon);
  expect((await sent.drafts.find('app-1'))?.attachments).toEqual([]);
  expect(await noteFile(sent)(key, noon)).toBe('kept');
  expect(sent.hasFile(place())).toBe(true);
});

test('a draft that is withdrawn gives up its places, and what was sent of it stays', async () => {
  const withdrawn = { subject: 'application#app-1', by: 'owner-1', at, id: 'e', type: 'x', data: {} };
  const world = withFile();
  expect(await dropFiles(world)(withdrawn)).toBe(0);
  world.setHead({ status: 'withdrawn' });
  expect(await dropFiles(world)(withdrawn)).toBe(1);
  expect((await world.drafts.find('app-1'))?.attachments).toEqual([]);
  expect(await noteFile(world)(key, noon)).toBe('deleted');

  const sent = withFile();
  await submitApplication(sent)(owner, input, atNoon);
  sent.setHead({ status: 'withdrawn' });
  await dropFiles(sent)(withdrawn);
  expect(await noteFile(sent)(key, noon)).toBe('kept');
});

test('a file that nobody reserved is deleted, and a key that is no file of ours left alone', async () => {
  const world = withFile();
  world.upload({ applicationId: 'app-1', id: 'stray' }, pdf);
  expect(await noteFile(world)('applications/app-1/stray', noon)).toBe('deleted');
  expect(world.hasFile({ applicationId: 'app-1', id: 'stray' })).toBe(false);
  expect(await noteFile(world)('malware-protection-resource-validation-object', noon)).toBe('foreign');
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

const key = 'applications/app-1/file-1';
const opening = { ...input, attachmentId: 'file-1' };

test('its own people open any file; a cleared reader those that were sent, as they were sent', async () => {
  const world = withFile();
  expect(await openAttachment(world)(viewer, opening, atNoon)).toMatchObject({ ok: true });
  const readers = { ...world, sightFor: async () => sightOf(aRound(), 'reviewing') };
  expect(await openAttachment(readers)(reviewer, opening, atNoon)).toEqual(fail({ kind: 'not-found' }));
  await submitApplication(world)(owner, input, atNoon);
  expect(await openAttachment(readers)(reviewer, opening, atNoon)).toMatchObject({ ok: true });
  expect(await openAttachment(world)(reviewer, opening, atNoon)).toEqual(fail({ kind: 'not-found' }));
  world.upload(place(), { ...pdf, etag: 'another' });
  expect(await openAttachment(readers)(reviewer, opening, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test.each([
  'waiting',
  'infected',
  'unreadable',
] as const)('a file that is %s opens for nobody who could read it, and is not there for the others', async (scan) => {
  const world = withFile({ attachments: [filled()] });
  await submitApplication(world)(owner, input, atNoon);
  // What the store says now counts, whatever was noted before.
  world.upload(place(), { ...pdf, scan });
  const readers = { ...world, sightFor: async () => staffSight };
  const withheld = fail({ kind: 'file-withheld', scan });
  expect(await openAttachment(world)(owner, opening, atNoon)).toEqual(withheld);
  expect(await openAttachment(readers)(staff, opening, atNoon)).toEqual(withheld);
  expect(await openAttachment(world)(stranger, opening, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(await openAttachment(world)(reviewer, opening, atNoon)).toEqual(fail({ kind: 'not-found' }));
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
