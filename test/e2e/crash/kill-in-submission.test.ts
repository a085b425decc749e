import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { receiptNumber } from '../../../shared/applications/application.ts';
import { requestFor } from '../../support/api-client.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { seedOneCity } from './one-city.ts';
import { all, none, receiptsIn, submissionLeft } from './submission-left.ts';

const kills = 8;

let dataFolder: string;
let site: SeededPlatform | undefined;
afterEach(async () => {
  await site?.platform.discard();
  await rm(dataFolder, { recursive: true, force: true });
});

/** Kills the platform as a power failure would; every second time the database engine in the same instant. */
const pullThePlug = async ({ platform }: SeededPlatform, withEngine: boolean) => {
  const engine = join(platform.dataFolder, 'engine.pid');
  if (withEngine && existsSync(engine)) process.kill(Number(readFileSync(engine, 'utf8')), 'SIGKILL');
  await platform.kill();
};

test('after a SIGKILL in the middle of a submission all of it is there or none, and its mail goes out once', async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'shimai-kill-'));
  site = await startSeededPlatform({ dataFolder });
  const { drafts } = await seedOneCity(site, { drafts: kills + 1 });
  const outcomes: string[] = [];

  const token = async () => (await site?.people.join('owner'))?.token;
  const warmUp = async (running: SeededPlatform, applicationId: string) => {
    const seen = await running.api.call('viewApplication', { params: { applicationId } }, await token());
    expect(seen.status).toBe(200);
  };
  // How long one takes undisturbed says where to look for its middle.
  const [first = '', ...rest] = drafts;
  await warmUp(site, first);
  const begun = performance.now();
  await site.api.call('submitApplication', { params: { applicationId: first } }, await token());
  let [tooEarly, tooLate] = [0, (performance.now() - begun) * 1.5];

  for (const [at, applicationId] of rest.entries()) {
    await warmUp(site, applicationId);
    const request = requestFor('submitApplication', { params: { applicationId } }, await token());
    const delay = (tooEarly + tooLate) / 2;
    const answer = site.api.send(request).then(
      ({ status }) => status,
      () => undefined,
    );
    await sleep(delay);
    await pullThePlug(site, at % 2 === 1);
    const status = await answer;

    site = await startSeededPlatform({ dataFolder });
    const left = await submissionLeft(site.table, applicationId);
    expect([all, none]).toContainEqual(left);
    // What was acknowledged is kept.
    if (status !== undefined) expect({ status, left }).toEqual({ status: 201, left: all });
    outcomes.push(`${Math.round(delay)} ms ${status ? 'answered' : left.events ? 'all' : 'none'}`);
    // Halves the span in which the write falls: the kills close in on the instant of the commit.
    if (left.events) tooLate = delay;
    else tooEarly = delay;

    // The client that got no answer asks again, and has its receipt, whatever there was.
    const again = await site.api.send(request);
    expect(again.status).toBe(201);
    expect(await submissionLeft(site.table, applicationId)).toEqual(all);
  }
  console.log(`Killed after ${outcomes.join(', ')}`);
  expect(outcomes.some((one) => !one.includes('answered'))).toBe(true);

  const { platform, table } = site;
  const statuses = async () => (await receiptsIn(table)).map(({ status }) => status);
  await expect.poll(statuses, { timeout: 60_000 }).toHaveLength(drafts.length);
  await expect.poll(statuses, { timeout: 60_000 }).not.toContain('queued');
  await sleep(1000);

  const letters = (await platform.letters()).map(({ body }) => body.text ?? '');
  const receipts = await receiptsIn(table);
  for (const id of drafts) {
    const sent = letters.filter((text) => text.includes(receiptNumber(id))).length;
    const status = receipts.find(({ about }) => about === `application#${id}`)?.status;
    // Killed between handing it to the mail service and noting so, it is in doubt: staff decide, and it isn't sent unasked.
    if (status === 'sending') expect(sent).toBeLessThanOrEqual(1);
    else expect({ status, sent }).toEqual({ status: 'sent', sent: 1 });
  }
});
