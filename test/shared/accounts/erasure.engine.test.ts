import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchPorts } from '../../../functions/container/matches-queue.ts';
import { ownDataUseCases } from '../../../functions/container/own-data-use-cases.ts';
import { personalDataOn } from '../../../functions/container/personal-data.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { addressHash } from '../../../shared/accounts/account.ts';
import { eraseAccount } from '../../../shared/accounts/erase-account.ts';
import { submissionStore } from '../../../shared/applications/submission.store.ts';
import { namedReviewersStore } from '../../../shared/conflicts/named-reviewers.store.ts';
import { introductionStore } from '../../../shared/introductions/introduction.store.ts';
import { matchTaskOf } from '../../../shared/matches/match-task.ts';
import { refreshMatches } from '../../../shared/matches/refresh-matches.ts';
import { reviewStore } from '../../../shared/reviews/review.store.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';
import {
  kindOf,
  kindsWith,
  mark,
  planted,
  plantPerson,
  recordMark,
  wholeTable,
} from '../../support/planted-person.ts';
import { callAt, done } from '../../support/seeded/clock.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let world: Awaited<ReturnType<typeof plantPerson>>;
/** The table as it was before, between and after. */
const seen: Record<string, readonly Record<string, unknown>[]> = {};
let downloaded: string;
const forgotten: string[] = [];
const dropped: string[] = [];

const erase = () =>
  eraseAccount({
    accounts: accountStore(engine),
    data: personalDataOn(engine, {
      forgetSignIn: async (subject) => {
        forgotten.push(subject);
      },
      dropFile: async (key) => {
        dropped.push(key);
      },
    }),
    clock: () => new Date(),
  });

const deletion = async () =>
  (await eventsOf(engine)(`person#${world.personId}`)).find(({ type }) => type === 'account-deleted');

/** What else lives on a person's events: the cards and lists of alumni, which are made anew from what stands. */
const follow = async () => {
  const events = await Promise.all(
    [world.personId, world.mergedId].map((id) => eventsOf(engine)(`person#${id}`)),
  );
  await refreshMatches(matchPorts(engine))(events.flat().flatMap((event) => matchTaskOf(event) ?? []));
};

beforeAll(async () => {
  engine = await startEngine();
  world = await plantPerson(engine);
  seen.before = await wholeTable(engine);
  const act = ownDataUseCases(engine);
  const person = await world.now();
  downloaded = JSON.stringify(done(await act.viewOwnData(person, {}, callAt(new Date()))));
  done(await act.deleteAccount(person, { email: planted.second }, callAt(new Date())));
  seen.closed = await wholeTable(engine);
  const event = await deletion();
  if (!event) throw new Error('The account was not deleted');
  await follow();
  expect(await erase()(event)).toBe('erased');
  await follow();
  seen.after = await wholeTable(engine);
});
afterAll(() => engine.stop());

test('every place that a person can write in was planted, or the search below would find nothing by itself', () => {
  expect(kindsWith(seen.before ?? [], mark)).toEqual([
    'account',
    'address-proof',
    'alum',
    'alum-card',
    'alum-draft',
    'alum-import',
    'alum-invitation',
    'conflict-of-staff',
    'conflict-settlement',
    'export',
    'identity',
    'introduction',
    'introduction-report',
    'invitation',
    'match-list',
    'message',
    'named-reviewers',
    'person-profile',
    'question',
    'review',
    'review-draft',
    'sign-in',
    'staff-conflict',
  ]);
});

test('in the whole table, its keys and both indexes, nothing is left of what told who they were', () => {
  // An index holds what its item does, and an item gone is gone from it.
  expect(kindsWith(seen.after ?? [], mark)).toEqual([]);
  const hashes = [planted.email, planted.second, planted.merged].map(addressHash);
  expect(kindsWith(seen.before ?? [], new RegExp(hashes.join('|')))).toEqual(['identity', 'trace']);
  expect(kindsWith(seen.after ?? [], new RegExp(hashes.join('|')))).toEqual([]);
});

test('under the person’s ids there are events and nothing else', () => {
  for (const id of [world.personId, world.mergedId]) {
    const partition = (seen.after ?? []).filter(({ pk }) => String(pk).startsWith(`person#${id}`));
    expect([...new Set(partition.map(kindOf))]).toEqual(['event']);
  }
});

test('elsewhere their id stands in what was decided and in nothing that is theirs', () => {
  // By name, all that outlives an account; the privacy notice and docs/domain.md say why.
  expect(kindsWith(seen.after ?? [], new RegExp(`${world.personId}|${world.mergedId}`))).toEqual([
    'claim',
    'event',
    'introduction',
    'introduction-report',
    'job',
    'review',
    'section',
    'staff-conflict',
    'submission',
  ]);
});

test('what the organization sent stays with the people it names, and the receipt still verifies', async () => {
  expect(kindsWith(seen.after ?? [], recordMark)).toEqual(kindsWith(seen.before ?? [], recordMark));
  expect(kindsWith(seen.after ?? [], recordMark)).toEqual(['section', 'submission-people']);
  const submission = await submissionStore(engine).find(world.applicationId, 1);
  const digest = createHash('sha256')
    .update(submission?.snapshot ?? '')
    .digest('hex');
  expect(digest).toBe(submission?.sha256);
});

test('the sign-in at the provider and the file that was asked for are gone too', () => {
  expect(forgotten.sort()).toEqual(['merged-quillfeather', 'subject-quill']);
  expect(dropped).toEqual([world.file]);
});

test('the download held all that is theirs, and nothing that another wrote in confidence', () => {
  const own = [
    ...[planted.name, planted.formerName, planted.nameJa, planted.email, planted.second, planted.merged],
    ...['Quillwort Guild', 'Quillgawa', 'Quillyama', 'A quilldraft', 'No time for quills', 'My uncle Quill'],
    ...['My quill club', 'A quillquestion?', 'Clear measures.', 'Quill making', 'Dear quill maker'],
  ];
  for (const words of own) expect(downloaded).toContain(words);
  for (const words of ['Another quill', 'quillquarrel', 'Quill Ltd', 'Of quills, by the coordinator'])
    expect(downloaded).not.toContain(words);
});

test('from the very moment nobody finds the person, whatever is left to erase', async () => {
  expect(kindsWith(seen.closed ?? [], new RegExp(addressHash(planted.email)))).not.toContain('identity');
  const roles = (seen.closed ?? []).filter((item) => kindOf(item) === 'role');
  expect(roles.filter(({ personId }) => personId === world.personId)).toEqual([]);
  expect(await accountStore(engine).find(world.personId)).toBeUndefined();
  expect(await accountStore(engine).find(world.mergedId)).toBeUndefined();
});

test('a submitted review counts on, one that a conflict had set aside stays so, and what was begun goes back', async () => {
  const { find } = reviewStore(engine, { applicationWrites: () => [] });
  const statusOf = async (id: string) => (await find(world.reviewOf(id)))?.review.status;
  expect(await statusOf(world.counted)).toBe('submitted');
  expect(await statusOf(world.aside)).toBe('conflicted');
  expect(await statusOf(world.begun)).toBe('removed');
  expect(await statusOf(world.conflicted)).toBe('conflicted');
  expect((await find(world.reviewOf(world.begun)))?.draft).toBeUndefined();
});

test('requests to them are ended and what they had joined is left, without a word of anybody’s', async () => {
  const { find, joinedOf } = introductionStore(engine, { messageWrites: () => [] });
  const [waiting, joined] = [await find(world.alum.waiting), await find(world.alum.joined)];
  expect([waiting?.status, joined?.status]).toEqual(['declined', 'closed']);
  expect([waiting?.asked.note, joined?.asked.note, joined?.outcome?.text]).toEqual(['', '', '']);
  expect((await joinedOf(joined?.partnershipId ?? '')).items).toEqual([]);
});

test('whom else an applicant named stays named', async () => {
  const named = await namedReviewersStore(engine).find(world.begun);
  expect(named?.people.map(({ name }) => name)).toEqual(['Somebody Else']);
});

test('pages that told of the person show a deleted account and do not break', async () => {
  const { site, colleague, round, counted, applicationId } = world;
  const read = (path: string) => site.ask(path, { as: colleague, at: new Date() });
  for (const path of [`/staff/applications/${counted}`, `/staff/rounds/${round.id}/scores`]) {
    for (const [language, words] of [
      ['en', 'Deleted account'],
      ['ja', '削除されたアカウント'],
    ]) {
      const page = await read(`/${language}${path}`);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.text).toContain(words);
      expect(page.text).not.toMatch(mark);
    }
  }
  for (const path of [
    `/staff/applications/${applicationId}`,
    `/staff/rounds/${round.id}/assignments`,
    `/staff/rounds/${round.id}/conflicts`,
    `/staff/rounds/${round.id}/progress`,
    '/staff/people',
    '/staff/questions',
    '/staff/outbox',
  ]) {
    const page = await read(`/en${path}`);
    expect([path, page.status]).toEqual([path, 200]);
    expect(page.text).not.toMatch(mark);
  }
});

test('begun again, the erasure finds nothing to do, and says once that it is done', async () => {
  const event = await deletion();
  if (!event) throw new Error('The account was not deleted');
  expect(await erase()(event)).toBe('nothing-to-do');
  const types = (await eventsOf(engine)(`person#${world.personId}`)).map(({ type }) => type);
  expect(types.filter((type) => type === 'account-erased')).toHaveLength(1);
});

test('every store that keeps something under a person, or leaves a trace of one, has its line in the list', async () => {
  const root = join(import.meta.dirname, '../../..');
  const list = await readFile(join(root, 'functions/container/personal-data.ts'), 'utf8');
  const stores = (await readdir(join(root, 'shared'), { recursive: true })).filter((name) =>
    name.endsWith('.store.ts'),
  );
  const texts = await Promise.all(
    stores.map(async (name) => ({ name, text: await readFile(join(root, 'shared', name), 'utf8') })),
  );
  const keeping = texts.filter(({ text }) =>
    /template: 'person#\$\{|traceWrite\(|template: 'reviewer#\$\{/.test(text),
  );
  expect(keeping.length).toBeGreaterThan(10);
  // These follow the events of an account's end; `follow` above runs them, and the search finds nothing left of them.
  const following = ['matches/alum-card.store.ts'];
  const missing = keeping
    .map(({ name }) => name)
    .filter((name) => !list.includes(`shared/${name}`) && !following.includes(name));
  expect(missing).toEqual([]);
});
