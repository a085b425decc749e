import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAttachment } from '../../../shared/applications/add-attachment.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { stepApplication } from '../../../shared/applications/application-steps.ts';
import { attachmentStore } from '../../../shared/applications/attachment.store.ts';
import { type Attachment, attachmentLimits } from '../../../shared/applications/attachment.ts';
import { draftStore } from '../../../shared/applications/draft.store.ts';
import { settlePlace } from '../../../shared/applications/settle-place.ts';
import { submissionStore } from '../../../shared/applications/submission.store.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { callAt, noon } from '../../support/accounts-fakes.ts';
import { anApplication, editor, fakeApplication } from '../../support/applications-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const megabyte = 1024 * 1024;
const type = 'application/pdf' as const;

/** An application of its own, with what adding needs; the store of files is a fake. */
const begin = async (id: string) => {
  await applicationStore(engine).save({ application: anApplication({ id }), events: [] });
  const fakes = fakeApplication({ application: anApplication({ id }) });
  const attachments = attachmentStore(engine);
  const drafts = draftStore(engine);
  const add = addAttachment({ ...fakes, attachments, drafts });
  const found = async () => {
    const draft = await drafts.find(id);
    return { places: draft?.attachments ?? [], space: draft?.space };
  };
  return { ...fakes, add, attachments, drafts, found };
};
const announced = (applicationId: string, at: number, size?: number) => ({
  applicationId,
  name: `File ${at}.pdf`,
  type,
  ...(size !== undefined && { size }),
});
const sum = (places: readonly Attachment[]) => places.reduce((all, { held }) => all + held, 0);

test('twenty who add at once never hold more than 100 MB or twelve files together', async () => {
  let run = 0;
  const sizes = fc.array(fc.option(fc.integer({ min: 1, max: attachmentLimits.each }), { nil: undefined }), {
    minLength: 20,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(sizes, async (all) => {
      run += 1;
      const id = `app-crowd-${run}`;
      const { add, found } = await begin(id);
      const done = await Promise.all(
        all.map((size, at) => add(editor, announced(id, at, size), callAt(noon, `crowd-${at}`))),
      );
      const { places, space } = await found();
      expect(places).toHaveLength(done.filter((one) => one.ok).length);
      expect(space).toMatchObject({ bytes: sum(places), files: places.length });
      expect(sum(places)).toBeLessThanOrEqual(attachmentLimits.together);
      expect(places.length).toBeLessThanOrEqual(attachmentLimits.files);
    }),
    { numRuns: 8 },
  );
});

test('a file of unknown size holds 25 MB until it has come, and then what it has', async () => {
  const id = 'app-unknown';
  const { add, upload, found, attachments, files } = await begin(id);
  for (const at of [1, 2, 3, 4]) await add(editor, announced(id, at), callAt(noon, `unknown-${at}`));
  expect(await add(editor, announced(id, 5, 1), callAt(noon, 'unknown-5'))).toMatchObject({
    failure: { kind: 'files-over-limit', bytes: attachmentLimits.together + 1 },
  });
  const [place] = (await found()).places;
  if (!place) throw new Error('There is a place');
  upload(place, { size: megabyte, etag: 'e1', scan: 'waiting', sound: true });
  await settlePlace({ attachments, files })(place, noon);
  expect((await found()).space).toMatchObject({ bytes: 76 * megabyte, files: 4 });
  expect(await add(editor, announced(id, 5, 24 * megabyte), callAt(noon, 'unknown-5'))).toMatchObject({
    ok: true,
  });
});

test('a second file by the same form is counted anew and scanned anew; without room it is deleted', async () => {
  const id = 'app-again';
  const { add, upload, found, attachments, files, hasFile } = await begin(id);
  await add(editor, announced(id, 1), callAt(noon, 'again-1'));
  const settle = async () => {
    const [place] = (await found()).places;
    if (!place) throw new Error('There is a place');
    return settlePlace({ attachments, files })(place, noon);
  };
  const { id: fileId } = await settle();
  upload({ applicationId: id, id: fileId }, { size: megabyte, etag: 'e1', scan: 'clean', sound: true });
  expect(await settle()).toMatchObject({ held: megabyte, arrived: { scan: 'clean' } });
  upload({ applicationId: id, id: fileId }, { size: 2 * megabyte, etag: 'e2', scan: 'waiting', sound: true });
  expect(await settle()).toMatchObject({ held: 2 * megabyte, arrived: { etag: 'e2', scan: 'waiting' } });

  for (const at of [2, 3, 4]) await add(editor, announced(id, at), callAt(noon, `again-${at}`));
  await add(editor, announced(id, 5, 20 * megabyte), callAt(noon, 'again-5'));
  upload({ applicationId: id, id: fileId }, { size: 9 * megabyte, etag: 'e3', scan: 'waiting', sound: true });
  const [first] = (await found()).places.filter((one) => one.id === fileId);
  if (!first) throw new Error('The place is there still');
  await settlePlace({ attachments, files })(first, noon);
  expect(hasFile({ applicationId: id, id: fileId })).toBe(false);
  expect((await found()).space?.bytes).toBe(97 * megabyte);
});

test('what a scanner’s event says counts where its tag is behind, and only of the file it looked at', async () => {
  const id = 'app-said';
  const { add, upload, found, attachments, files } = await begin(id);
  await add(editor, announced(id, 1, 1000), callAt(noon, 'said-1'));
  const [place] = (await found()).places;
  if (!place) throw new Error('There is a place');
  upload(place, { size: 900, etag: 'e2', scan: 'waiting', sound: true });
  const settle = settlePlace({ attachments, files });
  const other = await settle(place, noon, { etag: 'e1', scan: 'clean' });
  expect(other.arrived?.scan).toBe('waiting');
  const said = await settle(other, noon, { etag: 'e2', scan: 'infected' });
  expect(said.arrived?.scan).toBe('infected');
  // The notice of its arrival, late: the tag is still behind, and what was said stays.
  expect((await settle(said, noon)).arrived?.scan).toBe('infected');
});

test('a place whose form lapsed without a file is given up by the next one; with a file it stays', async () => {
  const id = 'app-lapsed';
  const { add, upload, found } = await begin(id);
  for (const at of [1, 2]) await add(editor, announced(id, at), callAt(noon, `lapsed-${at}`));
  const [came] = (await found()).places;
  if (!came) throw new Error('There is a place');
  upload(came, { size: 1000, etag: 'e1', scan: 'clean', sound: true });
  const later = new Date(noon.getTime() + 3_600_001);
  await add(editor, announced(id, 3, 500), callAt(later, 'lapsed-3'));
  const { places, space } = await found();
  expect(places.map(({ held }) => held).toSorted((a, b) => a - b)).toEqual([500, 1000]);
  expect(space).toMatchObject({ bytes: 1500, files: 2 });
});

test('an application is not sent while a file of it is given up, and no file goes from one that was sent', async () => {
  const id = 'app-race';
  const { add, attachments, found, drafts } = await begin(id);
  await add(editor, announced(id, 1, 1000), callAt(noon, 'race-1'));
  const draft = await drafts.find(id);
  const [place] = (await found()).places;
  if (!draft || !place) throw new Error('There is a place');
  const sent = stepApplication(draft.application, 'submit', { by: 'owner-1', at: noon });
  if (!sent.ok) throw new Error('A draft can be sent');
  const submission = {
    applicationId: id,
    no: 1,
    at: noon.toISOString(),
    by: 'owner-1',
    key: 'k',
    sha256: 'a'.repeat(64),
    snapshot: '{}',
  };
  const submit = (space = draft.space) =>
    submissionStore(engine).submit({ ...sent.value, submission, people: {}, space });
  const release = () => attachments.release(place, { applicationVersion: 1, events: [] });

  await add(editor, announced(id, 2, 1000), callAt(noon, 'race-2'));
  expect(await submit()).toEqual(fail({ kind: 'conflict' }));
  expect(await submit((await found()).space)).toEqual(ok(undefined));
  expect(await release()).toEqual(fail({ kind: 'conflict' }));
  expect((await found()).places).toHaveLength(2);
});
