import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { committeeClearance } from '../../../shared/reviews/staff-clearance.ts';
import { editMailing, writeMailing } from '../../../shared/roster/edit-mailing.ts';
import type { MailingChange, Mailings } from '../../../shared/roster/mailing.port.ts';
import { type Mailing, type MailingWords, mailingWordsSchema } from '../../../shared/roster/mailing.ts';
import { makeMailing } from '../../../shared/roster/make-mailing.ts';
import { previewMailing } from '../../../shared/roster/preview-mailing.ts';
import { listedRow } from '../../../shared/roster/roster-row.ts';
import { sendMailing } from '../../../shared/roster/send-mailing.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { fakeJobs } from '../../support/jobs-fakes.ts';
import { anAccount, fakeMessages } from '../../support/messages-fakes.ts';
import {
  anApplication,
  applicant,
  aRound,
  callAt,
  inReview,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';
import { fakeRoster } from '../../support/roster-fakes.ts';

const words = {
  subject: { en: 'About {title}', ja: '{title}について' },
  body: { en: 'Dear {name}, see {page}', ja: '{name}様　{page}' },
  to: 'owners',
} as const;

const fakeMailings = () => {
  const byId = new Map<string, Mailing>();
  const chosen = new Map<string, readonly string[]>();
  const saved: MailingChange[] = [];
  const mailings: Mailings = {
    find: async (id) => byId.get(id),
    chosenIn: async (id) => chosen.get(id) ?? [],
    save: async (change) => {
      const { mailing, asking } = change;
      if ((byId.get(mailing.id)?.version ?? 0) !== mailing.version - 1) return fail({ kind: 'conflict' });
      byId.set(mailing.id, mailing);
      if (asking) chosen.set(mailing.id, asking.applicationIds);
      saved.push(change);
      return ok(undefined);
    },
  };
  return { mailings, saved };
};

const accounts = [
  anAccount('owner-1'),
  anAccount('owner-2', { language: 'ja', name: '大分 花子' }),
  anAccount('editor-1'),
  anAccount('viewer-1'),
];
const members = [
  { personId: 'owner-1', as: 'owner' },
  { personId: 'owner-2', as: 'owner' },
  { personId: 'editor-1', as: 'editor' },
  { personId: 'viewer-1', as: 'viewer' },
] as const;

const world = (given: Parameters<typeof reviewPorts>[0] = {}) => {
  const base = anApplication();
  const applications: readonly Application[] = given.applications ?? [
    base,
    { ...base, id: 'a2', title: 'Second plan' },
  ];
  const ports = reviewPorts({ round: aRound(), ...given, applications });
  const rows = applications.map((one) => {
    if (!one.submission) throw new Error('Not sent');
    return listedRow({ ...one, submission: one.submission }, { firstTime: true, words: '' });
  });
  const { mailings, saved } = fakeMailings();
  const messages = fakeMessages();
  const roster = fakeRoster({ [aRound().id]: rows });
  const people = {
    find: async (id: string) => {
      const account = accounts.find((one) => one.id === id);
      return account
        ? { account, actor: { kind: 'person', personId: id, roles: [] } as const }
        : ports.people.find(id);
    },
    membersOf: async () => members,
  };
  const all = {
    ...ports,
    ...{ mailings, messages, roster, people, jobs: fakeJobs() },
    clearance: committeeClearance(ports),
    compose: composeMail('https://shimai.test'),
    clock: () => inReview,
  };
  const begin = async (over: Partial<MailingWords> = {}) => {
    const done = await writeMailing(all)(
      staff,
      { ...words, ...over, roundId: aRound().id, filter: {} },
      callAt(),
    );
    if (!done.ok) throw new Error(done.failure.kind);
    return done.value;
  };
  const send = (mailing: Mailing, applications = 2, hold = true) =>
    sendMailing(all)(
      staff,
      { mailingId: mailing.id, version: mailing.version, hold, applications },
      callAt(),
    );
  const work = (report = async () => ok(undefined)) => {
    const job = saved.findLast(({ asking }) => asking)?.asking?.job.job;
    if (!job) throw new Error('No job');
    return makeMailing(all)(job, report);
  };
  return { all, saved, messages, ports, begin, send, work };
};

const declare = (applicationId: string) => ({
  ...{ applicationId, personId: staff.personId, roundId: aRound().id },
  ...{ reason: 'Cousin', at: '2027-01-16T00:00:00.000Z' },
});

test('a preview shows every message as its reader will get it, each in their language, and counts them', async () => {
  const { all, begin } = world();
  const mailing = await begin();
  const seen = await previewMailing(all)(staff, { mailingId: mailing.id }, callAt());
  expect(seen).toMatchObject({ value: { applications: 2, messages: 4, items: [{}, {}] } });
  if (!seen.ok) return;
  const [first] = seen.value.items;
  expect(first?.mails.map(({ letter }) => letter.subject)).toEqual([
    'About A shop window for two towns of makers',
    'A shop window for two towns of makersについて',
  ]);
  expect(first?.mails[0]?.letter.text).toContain(
    'Dear Person owner-1, see https://shimai.test/en/applications/a1',
  );
  expect(first?.mails[1]?.letter.text).toContain('大分 花子様');
});

test('editors get it where they are asked for too, viewers never', async () => {
  const { all, begin } = world();
  const mailing = await begin({ to: 'owners-and-editors' });
  const seen = await previewMailing(all)(staff, { mailingId: mailing.id }, callAt());
  expect(seen).toMatchObject({ value: { messages: 6 } });
});

test('writes exactly what was previewed, each once, held or on their way', async () => {
  const { begin, send, work, messages, all } = world();
  const mailing = await begin();
  const seen = await previewMailing(all)(staff, { mailingId: mailing.id }, callAt());
  expect((await send(mailing)).ok).toBe(true);
  expect(await work()).toEqual(ok(undefined));
  const written = messages.saved.map(({ message }) => message);
  expect(written.map(({ status, kind }) => [status, kind])).toEqual(Array(4).fill(['held', 'letter-round']));
  expect(seen.ok && seen.value.items.flatMap(({ mails }) => mails.map(({ letter }) => letter))).toEqual(
    written.map(all.compose),
  );
  expect(await all.mailings.find(mailing.id)).toMatchObject({ status: 'written', messages: 4 });
});

test('begun again after a fault it writes none twice', async () => {
  const { begin, send, work, messages } = world();
  await send(await begin(), 2, false);
  const save = messages.save;
  let left = 3;
  messages.save = async (change) => {
    left -= 1;
    if (left === 0) throw new Error('The engine went away');
    return save(change);
  };
  await expect(work()).rejects.toThrow('went away');
  messages.save = save;
  expect(await work()).toEqual(ok(undefined));
  expect(await work()).toEqual(ok(undefined));
  const ids = messages.saved.map(({ message }) => message.id);
  expect(new Set(ids).size).toBe(4);
  expect(ids).toHaveLength(4);
  expect(messages.saved[0]?.message.status).toBe('queued');
});

test('goes to nobody of what its sender conflicts with, and counts none of it', async () => {
  const { all, begin, send } = world({ conflicts: [declare('a2')] });
  const mailing = await begin();
  const seen = await previewMailing(all)(staff, { mailingId: mailing.id }, callAt());
  expect(seen).toMatchObject({ value: { applications: 1, messages: 2 } });
  expect(JSON.stringify(seen)).not.toContain('Second plan');
  expect(await send(mailing, 1)).toMatchObject({ value: { asked: { applications: 1 } } });
  expect(await all.mailings.chosenIn(mailing.id)).toEqual(['a1']);
});

test('is refused where the list is another than was looked at, and writes nothing where a conflict came after', async () => {
  const { begin, send, work, messages, ports } = world();
  const mailing = await begin();
  expect(await send(mailing, 3)).toEqual(fail({ kind: 'list-changed' }));
  await send(mailing);
  ports.staffConflicts.held.push(declare('a2'));
  expect(await work()).toEqual(fail({ kind: 'work-failed', reason: 'refused' }));
  expect(messages.saved).toEqual([]);
});

test('is asked for once: the second click finds it asked for, an old page is refused', async () => {
  const { all, begin, send, saved } = world();
  const mailing = await begin();
  const first = await send(mailing);
  expect(await send(mailing)).toEqual(first);
  expect(saved.filter(({ asking }) => asking)).toHaveLength(1);
  expect(saved.at(-1)).toMatchObject({ events: [{ type: 'mailing-asked', data: { applications: 2 } }] });
  const edited = await editMailing(all)(staff, { ...words, mailingId: mailing.id, version: 1 }, callAt());
  expect(edited).toEqual(fail({ kind: 'stale', current: 2 }));
  const now = await editMailing(all)(staff, { ...words, mailingId: mailing.id, version: 2 }, callAt());
  expect(now).toMatchObject({ failure: { kind: 'step-refused', current: 'asked' } });
});

test('a job that is cancelled stops; what was written stands', async () => {
  const { begin, send, work } = world();
  await send(await begin());
  const stopped = fail({ kind: 'stopped' } as const);
  expect(await work(async () => stopped as never)).toEqual(stopped);
});

test('is there for staff alone', async () => {
  const { all, begin } = world();
  const mailing = await begin();
  const of = { mailingId: mailing.id };
  expect(await previewMailing(all)(applicant, of, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(
    await writeMailing(all)(applicant, { ...words, roundId: aRound().id, filter: {} }, callAt()),
  ).toEqual(fail({ kind: 'not-found' }));
});

test.each([
  [{ subject: { en: '', ja: '' }, body: { en: '', ja: '' } }, ['subject.en', 'body.en']],
  [{ subject: { en: '', ja: '件名' }, body: { en: '', ja: '' } }, ['body.ja']],
  [{ subject: { en: 'S', ja: '' }, body: { en: 'T {amount}', ja: '' } }, ['body.en']],
  [{ subject: { en: '{nobody}', ja: '' }, body: { en: 'T', ja: '' } }, ['subject.en']],
])('refuses words that are in no language, half in one, or ask for what a mailing does not say: %j', (given, paths) => {
  const parsed = mailingWordsSchema.safeParse({ ...given, to: 'owners' });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(paths);
});

test('takes words in one language alone, and gives them to readers of the other', async () => {
  const { all, begin } = world();
  const one = { subject: { en: '', ja: '件名' }, body: { en: '', ja: '本文' } };
  expect(mailingWordsSchema.safeParse({ ...one, to: 'owners' }).success).toBe(true);
  const mailing = await begin(one);
  const seen = await previewMailing(all)(staff, { mailingId: mailing.id }, callAt());
  expect(seen.ok && seen.value.items[0]?.mails.map(({ letter }) => letter.subject)).toEqual(['件名', '件名']);
});
