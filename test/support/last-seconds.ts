import { spawn } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { databaseBinary } from '../../infra/local/engines/database-binary.ts';
import { freePort } from '../../infra/local/free-port.ts';
import { localOf } from '../../shared/kernel/zoned-time.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { leadingAsia, type Round } from '../../shared/programs/round.ts';
import { type Answer, requestFor, type Sent } from './api-client.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { applicationsOn } from './seeded/applications.ts';
import { done } from './seeded/clock.ts';
import { courses, roundsOn } from './seeded/rounds.ts';
import { type SeededPlatform, startSeededPlatform } from './seeded-platform.ts';

/** One applicant's attempt, with every answer on the way to the last one. */
export type Attempt = {
  readonly applicationId: string;
  /** When the first try left, in milliseconds from the last instant that counts; negative is before it. */
  readonly firstTry: number;
  readonly tries: number;
  readonly last: Answer;
};

export type LastSeconds = {
  readonly site: SeededPlatform;
  readonly lastInstant: Date;
  readonly attempts: readonly Attempt[];
  /** How long a busy machine held up whoever sends, at most, in milliseconds. */
  readonly heldUp: number;
  readonly proxy: FaultProxy;
  readonly discard: () => Promise<void>;
};

type Given = {
  readonly applicants: number;
  /** The share of the engine's answers that fail, from 0 to 1. */
  readonly faults: number;
  readonly seed: number;
};

const before = 5000;
const after = 1500;
/** As a page's button or a client does it: the same request under its own key, a little later each time. */
const pauses = [100, 200, 400, 800, 1600, 3200, 6400];

const mayTryAgain = ({ status, json }: Answer) =>
  status >= 500 || status === 429 || (status === 409 && json?.type === '/problems/conflict');

/** As many cities as asked, each with its owner, a verified claim and a signed draft in one open round. */
const seedCities = async ({ table, people }: SeededPlatform, applicants: number) => {
  const staff = await people.join('staff', { kind: 'staff', programId: leadingAsia });
  const byStaff = await people.actor(staff);
  const round = await roundsOn(table).publish(byStaff, courses.open);
  const applications = applicationsOn(table);
  const cities: { applicationId: string; token: string }[] = [];
  for (let at = 0; at < applicants; at += 1) {
    const owner = await people.join(`owner-${at}`);
    const { id } = await applications.found(await people.actor(owner), `Sister Cities ${at}`);
    const asOwner = await people.actor(owner);
    const partnershipId = await applications.claim(asOwner, id);
    await applications.verify(byStaff, { id, partnershipId });
    const applicationId = await applications.sign(asOwner, { id, partnershipId }, round, new Date());
    cities.push({ applicationId, token: owner.token });
  }
  return { round, cities };
};

/** Moves the round's close, as waiting would: to a full minute at least ten seconds ahead, without grace. */
const closeSoon = async ({ table }: SeededPlatform, round: Round): Promise<Date> => {
  const minute = 60_000;
  const lastInstant = new Date(Math.ceil((Date.now() + before + 5000) / minute) * minute);
  const moved = { closes: localOf(lastInstant, round.zone), graceMinutes: 0, version: round.version + 1 };
  done(await roundStore(table).save({ round: { ...round, ...moved }, events: [] }));
  return lastInstant;
};

const insist = async (site: SeededPlatform, request: Sent): Promise<{ tries: number; last: Answer }> => {
  let last = await site.api.send(request);
  let tries = 1;
  for (const pause of pauses) {
    if (!mayTryAgain(last)) break;
    await sleep(pause);
    last = await site.api.send(request);
    tries += 1;
  }
  return { tries, last };
};

/**
 * Lets so many applicants submit within the last five seconds of a round and the second and a half after it, over
 * HTTP on the running platform, while a share of the engine's answers fails. The caller discards it.
 */
export const lastSeconds = async ({ applicants, faults, seed }: Given): Promise<LastSeconds> => {
  const engineAddress = `http://127.0.0.1:${await freePort()}`;
  const engine = spawn(databaseBinary(), ['--port', new URL(engineAddress).port], { stdio: 'ignore' });
  const proxy = await startFaultProxy(engineAddress, seed);
  const site = await startSeededPlatform({ env: { SHIMAI_DYNAMODB_URL: proxy.address } });
  const discard = async () => {
    await site.platform.discard();
    await proxy.close();
    engine.kill();
  };
  try {
    const { round, cities } = await seedCities(site, applicants);
    const [first] = cities;
    // What a laptop starts cold, the cloud of a busy evening has warm.
    const look = () =>
      site.api.call(
        'viewApplication',
        { params: { applicationId: first?.applicationId ?? '' } },
        first?.token,
      );
    await Promise.all(Array.from({ length: 8 }, look));
    const lastInstant = await closeSoon(site, round);
    const times = fc.sample(fc.noBias(fc.integer({ min: -before, max: after })), {
      seed,
      numRuns: applicants,
    });
    proxy.disturb(faults);
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const attempts = await Promise.all(
      cities.map(async ({ applicationId, token }, at): Promise<Attempt> => {
        const request = requestFor('submitApplication', { params: { applicationId } }, token);
        await sleep(lastInstant.getTime() + (times[at] ?? 0) - Date.now());
        const firstTry = Date.now() - lastInstant.getTime();
        return { applicationId, firstTry, ...(await insist(site, request)) };
      }),
    );
    delay.disable();
    proxy.disturb(0);
    await site.platform.settled();
    return { site, lastInstant, attempts, heldUp: delay.max / 1e6, proxy, discard };
  } catch (error) {
    await discard();
    throw error;
  }
};
