import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Someone } from '../../support/seeded/people.ts';
import { courses, roundsOn } from '../../support/seeded/rounds.ts';
import { newName, type SeededPlatform } from '../../support/seeded-platform.ts';

type Site = SeededPlatform & { readonly staff: Someone };

const listsRounds = async ({ api, table, people, staff }: Site) => {
  const round = await roundsOn(table).publish(await people.actor(staff), courses.open);
  const { status, json } = await api.call('listOpenRounds');
  expect(status).toBe(200);
  expect(json.items.map(({ id }: { id: string }) => id)).toContain(round.id);
};

const showsFirstPage = async ({ platform }: Site) => {
  const page = await platform.fetch('/');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<html lang="en"');
};

const mailsInvitation = async ({ platform, api, staff }: Site) => {
  const email = `${newName('invited')}@people.example`;
  const { status } = await api.call('inviteStaff', { body: { email, language: 'en' } }, staff.token);
  expect(status).toBe(201);
  await platform.settled();
  const to = (await platform.letters()).flatMap(({ destination }) => destination.to);
  expect(to.filter((address) => address.includes(email))).toHaveLength(1);
};

/** Editing one's account writes an account item, of which the stream tells, and an event, which the relay is for. */
const relaysOnlyWhatMatters = async ({ platform, api, staff }: Site) => {
  const { json: account } = await api.call('viewAccount', {}, staff.token);
  const body = { name: 'Staff', language: 'en' };
  const edited = await api.call('editAccount', { version: account.version, body }, staff.token);
  expect(edited.status).toBe(200);
  await platform.settled();
  const log = await relayLog(platform.dataFolder);
  expect(log.length).toBeGreaterThan(0);
  expect(log.filter(({ unknown }) => unknown > 0)).toEqual([]);
};

const relayLog = async (dataFolder: string): Promise<readonly { records: number; unknown: number }[]> => {
  const folder = join(dataFolder, 'logs');
  const file = (await readdir(folder)).find((name) => /^relay.*\.log$/.test(name));
  if (!file) return [];
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line)).filter(({ records }) => records !== undefined);
};

/** What each part of the template is there for, as API or page show it. */
export const checks = {
  'published rounds are listed': listsRounds,
  'the first page is shown': showsFirstPage,
  'an invitation is mailed': mailsInvitation,
  'the relay is called for events and messages only': relaysOnlyWhatMatters,
} as const satisfies Record<string, (site: Site) => Promise<void>>;
