import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { refreshRoster, refreshRound } from '../../../shared/roster/refresh-roster.ts';
import { anApplication, fakeApplications, fakeSubmissions } from '../../support/reviews-fakes.ts';
import { aRow, fakeRoster } from '../../support/roster-fakes.ts';

/** Heads that move, over a roster in memory. */
const world = (...applications: Application[]) => {
  const held = [...applications];
  let read = 0;
  const submissions = fakeSubmissions(...applications);
  const roster = fakeRoster();
  const ports = {
    applications: fakeApplications(...held),
    submissions: {
      find: async (id: string, no: number) => {
        read += 1;
        return submissions.find(id, no);
      },
    },
    roster,
  };
  ports.applications.many = async (ids) => held.filter(({ id }) => ids.includes(id));
  return {
    ports,
    roster,
    submissionsRead: () => read,
    move: (id: string, to: Partial<Application>) => {
      const at = held.findIndex((one) => one.id === id);
      const from = held[at];
      if (from) held[at] = { ...from, version: from.version + 1, ...to };
    },
    remove: (id: string) =>
      held.splice(
        held.findIndex((one) => one.id === id),
        1,
      ),
  };
};

const sent = anApplication();

test('puts an application that was sent into its round with what a search needs', async () => {
  const { ports, roster } = world(sent);
  await refreshRoster(ports)([sent.id]);
  expect(await roster.ofRound(sent.roundId)).toMatchObject([
    { id: sent.id, status: sent.status, title: sent.title, firstTime: true },
  ]);
  const [row] = await roster.ofRound(sent.roundId);
  expect(row && 'words' in row && row.words).toContain('lakeland sister cities');
});

test('told twice, of the same and of others, writes once', async () => {
  const { ports, roster } = world(sent);
  await refreshRoster(ports)([sent.id, sent.id]);
  await refreshRoster(ports)([sent.id]);
  expect(roster.saves).toBe(1);
});

test('reads what was sent again for another submission, never for a mere step', async () => {
  const { ports, move, submissionsRead, roster } = world(sent);
  await refreshRoster(ports)([sent.id]);
  move(sent.id, { status: 'shortlisted' });
  await refreshRoster(ports)([sent.id]);
  expect(submissionsRead()).toBe(1);
  expect(await roster.ofRound(sent.roundId)).toMatchObject([{ status: 'shortlisted' }]);
});

test('keeps of a draft no more than that there is one', async () => {
  const draft = { ...sent, status: 'draft', version: 7 } as const;
  const { ports, roster } = world(draft);
  await refreshRoster(ports)([draft.id]);
  expect(await roster.ofRound(sent.roundId)).toEqual([{ id: draft.id, version: 7, unsent: 'draft' }]);
});

test('takes out what was reopened, also where the news of its sending comes last', async () => {
  const { ports, roster, move } = world(sent);
  // Between the reading of the head and the writing of its row it is reopened, and that is written first.
  roster.beforeSave = async () => {
    move(sent.id, { status: 'draft' });
    await refreshRoster(ports)([sent.id]);
  };
  await refreshRoster(ports)([sent.id]);
  expect(await roster.ofRound(sent.roundId)).toMatchObject([{ unsent: 'draft' }]);
});

test('never puts an older head in place of a newer row', async () => {
  const { ports, roster } = world(sent);
  await roster.save({ roundId: sent.roundId, path: 'r', version: 0, rows: [] }, [
    aRow({ id: sent.id, version: sent.version + 5, title: 'Newer' }),
  ]);
  await refreshRoster(ports)([sent.id]);
  expect(await roster.ofRound(sent.roundId)).toMatchObject([{ title: 'Newer' }]);
});

test('made anew, a row that seems up to date is made again and one of nothing is dropped', async () => {
  const { ports, roster } = world(sent);
  await roster.save({ roundId: sent.roundId, path: 'r', version: 0, rows: [] }, [
    aRow({ id: sent.id, version: sent.version, title: 'Wrong' }),
    aRow({ id: 'gone' }),
  ]);
  expect(await refreshRound(ports)(sent.roundId, [sent.id, 'gone'], { anew: true })).toBe(true);
  expect(await roster.ofRound(sent.roundId)).toMatchObject([{ id: sent.id, title: sent.title }]);
});

test('made anew, it stops where it is told to', async () => {
  const { ports, roster } = world(sent);
  const goesOn = async () => false;
  expect(await refreshRound(ports)(sent.roundId, [sent.id], { anew: true, goesOn })).toBe(false);
  expect(roster.saves).toBe(0);
});

test('gives up where others write without end, so that the queue brings it again', async () => {
  const { ports } = world(sent);
  const roster = {
    ...ports.roster,
    save: async () => ({ ok: false, failure: { kind: 'conflict' } }) as const,
  };
  await expect(refreshRoster({ ...ports, roster })([sent.id])).rejects.toThrow('too many at once');
});
