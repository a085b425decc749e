import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { fileKey, type ScanState } from '../../../shared/applications/attachment.ts';
import type { Draft } from '../../../shared/applications/draft.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { committeeClearance } from '../../../shared/reviews/staff-clearance.ts';
import { askExport } from '../../../shared/roster/ask-export.ts';
import type { ExportFiles, Exports, ZipEntry } from '../../../shared/roster/export.port.ts';
import { type Export, exportKey } from '../../../shared/roster/export.ts';
import { makeExport } from '../../../shared/roster/make-export.ts';
import { openExport, viewExport } from '../../../shared/roster/open-export.ts';
import { listedRow } from '../../../shared/roster/roster-row.ts';
import { aDecision, fakeDecisions } from '../../support/awards-fakes.ts';
import { fakeJobs } from '../../support/jobs-fakes.ts';
import {
  aDraftFile,
  anApplication,
  applicant,
  aRound,
  aSnapshot,
  aSubmittedFile,
  callAt,
  inReview,
  person,
  planted,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';
import { fakeRoster } from '../../support/roster-fakes.ts';

const colleague = person('staff-2', { kind: 'staff', programId: 'leading-asia' });
const base = anApplication({ status: 'in-review' });
const application = (id: string, over: Partial<Application> = {}): Application => ({ ...base, id, ...over });

/** Exports in memory, as strict about versions as the store. */
const fakeExports = () => {
  const byId = new Map<string, Export>();
  const chosen = new Map<string, readonly string[]>();
  const asked: Parameters<Exports['ask']>[0][] = [];
  const exports: Exports = {
    find: async (id) => byId.get(id),
    latestOf: async () => [...byId.values()],
    chosenIn: async (id) => chosen.get(id) ?? [],
    ask: async (change) => {
      if (byId.has(change.asked.id)) return { ok: false, failure: { kind: 'conflict' } };
      byId.set(change.asked.id, change.asked);
      chosen.set(change.asked.id, change.applicationIds);
      asked.push(change);
      return ok(undefined);
    },
    save: async ({ asked: next }) => {
      if (byId.get(next.id)?.version !== next.version - 1)
        return { ok: false, failure: { kind: 'conflict' } };
      byId.set(next.id, next);
      return ok(undefined);
    },
  };
  return { exports, asked };
};

const drain = async (bytes: AsyncIterable<string | Uint8Array>) => {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
};
async function* some(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Files in memory; a zip is its entries, one line each. */
type Lying = { readonly etag: string; readonly text: string; readonly scan?: ScanState };
const fakeFiles = (lying: Readonly<Record<string, Lying>> = {}) => {
  const written = new Map<string, string>();
  const files: ExportFiles = {
    write: async (key, _type, bytes) => {
      const text = await drain(bytes);
      written.set(key, text);
      return Buffer.byteLength(text);
    },
    async *zip(entries: AsyncIterable<ZipEntry>) {
      for await (const { name, bytes } of entries)
        yield Buffer.from(`${name} ${JSON.stringify(await drain(bytes))}\n`);
    },
    read: async (key, etag) => (lying[key]?.etag === etag ? some(lying[key].text) : undefined),
    address: async ({ key, name }) => `https://files.test/${key}?name=${name}`,
  };
  return { files, written };
};

type Given = Parameters<typeof reviewPorts>[0] & {
  lying?: Parameters<typeof fakeFiles>[0];
  decisions?: ReturnType<typeof fakeDecisions>;
  draft?: Draft;
};

const world = ({ lying = {}, decisions = fakeDecisions(), draft, ...given }: Given = {}) => {
  const applications = given.applications ?? [application('a1'), application('a2')];
  const people = [staff, colleague, reviewer(), reviewer('reviewer-2'), ...(given.people ?? [])];
  const ports = reviewPorts({ round: aRound(), ...given, applications, people });
  const { exports, asked } = fakeExports();
  const { files, written } = fakeFiles(lying);
  const rows = applications.map((one) => {
    if (!one.submission) throw new Error('Not sent');
    return listedRow({ ...one, submission: one.submission }, { firstTime: true, words: '' });
  });
  const all = {
    ...ports,
    ...{ exports, files, decisions, jobs: fakeJobs() },
    drafts: { find: async () => draft },
    attachments: {
      find: async (key: string) => {
        const stored = lying[key];
        return stored && { size: 9, etag: stored.etag, scan: stored.scan ?? ('clean' as const) };
      },
    },
    roster: fakeRoster({ [aRound().id]: rows }),
    clearance: committeeClearance(ports),
    clock: () => inReview,
  };
  const ask = (
    over: Partial<Parameters<ReturnType<typeof askExport>>[1]> = {},
    as: Person = staff,
    key = 'key-1',
  ) =>
    askExport(all)(
      as,
      { roundId: aRound().id, format: 'csv', language: 'en', filter: {}, ...over },
      callAt(inReview, key),
    );
  /** Asks, has the job do it, and gives what was written. */
  const write = async (over: Parameters<typeof ask>[0] = {}, report = async () => ok(undefined)) => {
    const done = await ask(over);
    if (!done.ok) throw new Error(done.failure.kind);
    const job = asked.at(-1)?.job.job;
    if (!job) throw new Error('No job');
    const result = await makeExport(all)(job, report);
    return { result, id: done.value.id, text: written.get(exportKey(done.value)) ?? '' };
  };
  const open = (exportId: string, as: Person = staff, at = inReview) =>
    openExport(all)(as, { exportId }, callAt(at));
  return { all, ports, exports, asked, written, ask, write, open };
};

const declare = (applicationId: string, personId = staff.personId) => ({
  ...{ applicationId, personId, roundId: aRound().id },
  ...{ reason: 'Cousin', at: '2027-01-16T00:00:00.000Z' },
});

test('asking freezes what is found, without what its asker conflicts with, and leaves an event and a job', async () => {
  const { ask, asked, exports } = world({ conflicts: [declare('a2')] });
  const done = await ask();
  expect(done).toMatchObject({ value: { applications: 1, askedBy: staff.personId } });
  expect(done.ok && (await exports.chosenIn(done.value.id))).toEqual(['a1']);
  expect(asked).toMatchObject([
    { job: { job: { kind: 'write-export' } }, events: [{ type: 'export-asked' }] },
  ]);
});

test('the same request again is one export, another one is another', async () => {
  const { ask, asked } = world();
  expect(await ask()).toEqual(await ask());
  await ask({}, staff, 'key-2');
  expect(asked).toHaveLength(2);
});

test('is asked for by staff alone, and of something', async () => {
  const { ask } = world();
  expect(await ask({}, applicant)).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await ask({ filter: { status: 'withdrawn' } })).toMatchObject({
    failure: { kind: 'nothing-chosen' },
  });
});

test('a CSV holds every section, question, criterion and file, and nobody by name', async () => {
  const files = [aSubmittedFile({ applicationId: 'a1' })];
  const { write } = world({ files, decisions: fakeDecisions(aDecision({ applicationId: 'a1' })) });
  const { result, text } = await write();
  expect(result).toEqual(ok(undefined));
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.map(({ number }) => number)).toEqual(['SHM-A1', 'SHM-A2']);
  const [first] = rows;
  expect(first).toMatchObject({ decision: 'award', amount: '10000.00', decision_status: 'proposed' });
  const heads = Object.keys(first ?? {});
  for (const head of [
    'eligibility.publicOrNonprofit',
    'project.summary',
    'budget.lines',
    'delegation.delegates',
  ])
    expect(heads).toContain(head);
  for (const { id } of aRound().rubric.criteria) {
    expect(heads).toContain(`criterion.${id}.scores`);
    expect(first?.[`criterion.${id}.scores`]).toMatch(/^[1-5]$/);
  }
  for (const { id, label } of aRound().extraQuestions) expect(heads).toContain(`questions.${id} ${label.en}`);
  for (const name of Object.values(planted)) expect(text).not.toContain(name);
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@sum',
  '\t=1',
  '\u0000=cmd',
  '\ufeff=cmd',
  '＝1',
])('a CSV says %j as a text and never as a formula', async (title) => {
  const { write } = world({ applications: [application('a1', { title })] });
  const [row]: Record<string, string>[] = parse((await write()).text, { bom: true, columns: true });
  expect(row?.title).toMatch(/^'|^[^=+\-@\t\r＝＋－＠]/);
});

test('JSON holds each application whole, in order', async () => {
  const { write } = world({ decisions: fakeDecisions(aDecision({ applicationId: 'a2' })) });
  const { text } = await write({ format: 'json', filter: { theme: 'sustainability' } });
  const written = JSON.parse(text);
  expect(written).toMatchObject({
    filter: { theme: 'sustainability' },
    applications: [{ id: 'a1' }, { id: 'a2', decision: { decision: 'award' } }],
  });
  expect(Object.keys(written.applications[0].sections)).toContain('eligibility');
  for (const name of Object.values(planted)) expect(text).not.toContain(name);
});

test('it says what was checked before the application was begun', async () => {
  const trail = {
    ...{ formNo: 1, at: '2026-12-01T00:00:00.000Z', answers: {}, result: 'met' },
    findings: [{ kind: 'match', sentence: { en: 'A match', ja: '' }, standing: 'met', figures: {} }],
  };
  // Of a draft the export reads the trail and the confirmation alone.
  const { write } = world({ draft: { trail } as unknown as Draft });
  const [row]: Record<string, string>[] = parse((await write()).text, { bom: true, columns: true });
  expect(row).toMatchObject({ eligibility_check: 'met', eligibility_findings: 'match: met' });
});

test('who owes a review is told neither what others made of the application nor where it stands', async () => {
  const applications = [application('a1', { status: 'shortlisted' })];
  const files = [
    aSubmittedFile({ applicationId: 'a1' }),
    aDraftFile({ applicationId: 'a1', reviewerId: staff.personId }),
  ];
  const decisions = fakeDecisions(aDecision({ applicationId: 'a1', reason: 'Planted reason' }));
  const { write, open } = world({ applications, files, decisions });
  const { text, id } = await write({ format: 'json' });
  expect(JSON.parse(text).applications).toMatchObject([{ status: 'in-review' }]);
  expect(text).not.toContain('Planted reason');
  expect(text).not.toContain('"scores"');
  expect(JSON.parse(text).applications[0]).not.toHaveProperty('decision');
  expect(await open(id)).toMatchObject({ ok: true });
});

test('what came on paper says so, with the day on which it came beside the instant of its submission', async () => {
  const paper = {
    receivedOn: '2027-01-11',
    enteredAt: '2027-01-12T14:00:00.000Z',
    enteredBy: 's',
    scribes: ['s'],
  };
  const { write } = world({ applications: [application('a1', { paper }), application('a2')] });
  const rows: Record<string, string>[] = parse((await write()).text, { bom: true, columns: true });
  expect(rows).toMatchObject([
    { on_paper: 'yes', paper_received_on: '2027-01-11', submitted_at: '2027-01-12T15:00:00.000Z' },
    { on_paper: 'no', paper_received_on: '' },
  ]);
});

test('a zip holds both texts and every attachment as it was sent, and says what is missing', async () => {
  const [there, gone] = aSnapshot(application('a1')).attachments;
  if (!there) throw new Error('The snapshot has an attachment');
  const key = fileKey({ applicationId: 'a1', id: there.id });
  const { write, exports } = world({ lying: { [key]: { etag: there.etag, text: 'its bytes' } } });
  const { text, id } = await write({ format: 'zip' });
  const names = text.split('\n').map((line) => line.split(' ')[0]);
  expect(names).toEqual(
    expect.arrayContaining(['applications.csv', 'applications.json', 'missing-files.txt']),
  );
  expect(text).toContain(`files/SHM-A1/1-${there.name.split(' ')[0]}`);
  expect(text).toContain('"its bytes"');
  const missing = (await exports.find(id))?.file?.missing;
  expect(missing).toBe(gone ? 3 : 1);
});

test('a zip holds no attachment that a scanner has not found clean', async () => {
  const [there] = aSnapshot(application('a1')).attachments;
  if (!there) throw new Error('The snapshot has an attachment');
  const key = fileKey({ applicationId: 'a1', id: there.id });
  const { write } = world({ lying: { [key]: { etag: there.etag, text: 'its bytes', scan: 'waiting' } } });
  expect((await write({ format: 'zip' })).text).not.toContain('its bytes');
});

test('a job is refused where a conflict has appeared, or its asker is no longer staff; nothing is written', async () => {
  const conflicts: ReturnType<typeof declare>[] = [];
  const one = world({ conflicts });
  const asked = await one.ask();
  if (!asked.ok) throw new Error('Not asked');
  one.ports.staffConflicts.held.push(declare('a1'));
  const job = one.asked.at(-1)?.job.job;
  if (!job) throw new Error('No job');
  const refused = { ok: false, failure: { kind: 'work-failed', reason: 'refused' } };
  expect(await makeExport(one.all)(job, async () => ok(undefined))).toEqual(refused);
  const people = { ...one.all.people, find: async () => undefined };
  expect(await makeExport({ ...one.all, people })(job, async () => ok(undefined))).toEqual(refused);
  expect(one.written.size).toBe(0);
});

test('a job that is cancelled stops, and one that is brought again after its end does nothing', async () => {
  const { write, all, asked, exports } = world();
  const stopped = { ok: false, failure: { kind: 'stopped' } } as const;
  const { result, id } = await write({}, async () => stopped as never);
  expect(result).toEqual(stopped);
  expect((await exports.find(id))?.file).toBeUndefined();
  const job = asked.at(-1)?.job.job;
  if (!job) throw new Error('No job');
  expect(await makeExport(all)(job, async () => ok(undefined))).toEqual(ok(undefined));
  const first = await exports.find(id);
  expect(await makeExport(all)(job, async () => ok(undefined))).toEqual(ok(undefined));
  expect(await exports.find(id)).toEqual(first);
});

test('the finished file opens for who asked for it, for seven days', async () => {
  const { write, open, ask, all } = world();
  const waiting = await ask({}, staff, 'another');
  expect(waiting.ok && (await open(waiting.value.id))).toMatchObject({
    failure: { kind: 'export-unfinished' },
  });
  const { id } = await write();
  expect(await open(id)).toMatchObject({
    value: { address: expect.stringContaining(`exports/${staff.personId}/`) },
  });
  expect(await open(id, colleague)).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await open(id, { ...staff, roles: [] })).toMatchObject({ failure: { kind: 'not-found' } });
  const day = 24 * 3_600_000;
  expect(await open(id, staff, new Date(inReview.getTime() + 7 * day - 1))).toMatchObject({ ok: true });
  expect(await open(id, staff, new Date(inReview.getTime() + 7 * day))).toMatchObject({
    failure: { kind: 'export-expired' },
  });
  expect(await viewExport(all)(colleague, { exportId: id }, callAt())).toMatchObject({ ok: false });
  expect(await viewExport(all)(staff, { exportId: id }, callAt())).toMatchObject({
    value: { asked: { id } },
  });
});

test('a conflict that has appeared since keeps the file shut', async () => {
  const { write, open, ports } = world();
  const { id } = await write();
  ports.staffConflicts.held.push(declare('a2'));
  expect(await open(id)).toEqual({ ok: false, failure: { kind: 'kept-since' } });
});

test('so does a review that is owed by now, where the file holds what others made of the application', async () => {
  const { write, open, all, ports } = world({ files: [aSubmittedFile({ applicationId: 'a1' })] });
  const { id } = await write();
  const reviews = {
    ...ports.reviews,
    allOfReviewer: async () => [aDraftFile({ applicationId: 'a1', reviewerId: staff.personId }).review],
  };
  const clearance = committeeClearance({ ...ports, reviews });
  expect(await openExport({ ...all, clearance })(staff, { exportId: id }, callAt())).toEqual({
    ok: false,
    failure: { kind: 'kept-since' },
  });
  expect(await open(id)).toMatchObject({ ok: true });
});
