import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../../../shared/kernel/actor.ts';
import { leadingAsia } from '../../../../shared/programs/round.ts';
import { startEngine } from '../../../support/engine.ts';
import { applicationsOn, whileOpen } from '../../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../../support/seeded/clock.ts';
import { discussionsOn } from '../../../support/seeded/discussions.ts';
import { reviewsOn } from '../../../support/seeded/reviews.ts';
import { courses, roundsOn } from '../../../support/seeded/rounds.ts';
import { siteOn } from '../../../support/site-on-table.ts';
import { addressOf, siteRoutes } from '../../../support/site-routes.ts';

const secrets = {
  post: 'Campion post of the discussion',
  minutes: 'Yarrow notes of the meeting',
  revised: 'Saffron reason of the new scores',
} as const;

let engine: Awaited<ReturnType<typeof startEngine>>;
let cast: Readonly<Record<string, Person>>;
let readBy: (who: Person | undefined) => Promise<readonly string[]>;

beforeAll(async () => {
  engine = await startEngine();
  const site = siteOn(engine);
  const [rounds, applications] = [roundsOn(engine), applicationsOn(engine)];
  const [reviews, discussions] = [reviewsOn(engine), discussionsOn(engine)];
  const program = { kind: 'staff', programId: leadingAsia } as const;
  const staff = await site.join('staff', program);
  const founder = await site.join('owner');
  const { id } = await applications.found(founder, 'Sister Cities of the Two Rivers');
  const owner = await site.actorOf(founder.personId);
  const organisation = { id, partnershipId: await applications.claim(owner, id) };
  await applications.verify(staff, organisation);
  const round = await rounds.publish(staff, courses.closed);
  const judges = { kind: 'reviewer', roundId: round.id } as const;
  const [submitted, writing, conflicted, turned, idle, recused, both] = [
    await site.join('submitted', judges),
    await site.join('writing', judges),
    await site.join('conflicted', judges),
    await site.join('turned', judges),
    await site.join('idle', judges),
    await site.join('recused', program),
    await site.join('both', program, judges),
  ];
  const application = await applications.submit(owner, organisation, round, whileOpen('closed'));
  const assign = ({ personId }: Person) => reviews.assign(staff, round.id, application, personId);
  const reviewOf = await Promise.all([submitted, writing, conflicted, turned, both].map(assign));
  const [ofSubmitted = '', ofWriting = '', ofConflicted = '', ofTurned = ''] = reviewOf;
  for (const [who, review] of [
    [submitted, ofSubmitted],
    [writing, ofWriting],
    [turned, ofTurned],
  ] as const)
    await reviews.clear(who, review);
  await reviews.declare(conflicted, ofConflicted);
  await reviews.stepAside(recused, application);
  await reviews.submit(submitted, ofSubmitted);
  await reviews.submit(turned, ofTurned);
  await discussions.open(staff, round.id);
  await discussions.post(submitted, application, secrets.post);
  await discussions.note(staff, application, secrets.minutes);
  const seen = done(await reviews.act.viewReview(submitted, { reviewId: ofSubmitted }, callAt(inDays(-1))));
  const assessment = seen.content?.submission?.assessment;
  if (!assessment) throw new Error('Nothing was submitted');
  const revision = { reviewId: ofSubmitted, version: 2, assessment, reason: secrets.revised };
  done(await discussions.act.reviseReview(submitted, revision, discussions.call()));
  // A conflict that comes up after taking part.
  const late = { reviewId: ofTurned, version: 3, reason: 'A cousin' };
  done(await reviews.act.declareConflict(turned, late, callAt(inDays(-1))));

  const pages = siteRoutes().filter(
    ({ method, path }) => method === 'GET' && !/^\/(sign-in|auth)/.test(path),
  );
  const named = { round: round.id, application, organisation: id, ...organisation, other: 'none' };
  const addresses = pages.flatMap((route) =>
    (route.path.startsWith('/reviews/') ? reviewOf : [ofSubmitted]).map((review) =>
      addressOf(route, { ...named, partnership: organisation.partnershipId, review }),
    ),
  );
  readBy = (as) =>
    Promise.all(
      addresses.map(async (path) => {
        const { status, text } = await site.ask(path, { as, at: new Date() });
        if (status >= 500) throw new Error(`${status} at ${path}`);
        return text;
      }),
    );
  cast = { staff, owner, submitted, writing, conflicted, turned, idle, recused, both };
}, 120_000);
afterAll(() => engine.stop());

test.each([
  ['nobody', []],
  ['owner', []],
  ['writing', []],
  ['conflicted', []],
  ['turned', []],
  ['idle', []],
  ['recused', []],
  ['both', []],
  // The reason of new scores is for staff. Who wrote it finds it in the file of their own data, and nobody else.
  ['submitted', ['post', 'minutes', 'revised']],
  ['staff', ['post', 'minutes', 'revised']],
] as const)(
  'of what was said, noted and re-scored %s finds on all pages what they may',
  async (who, may) => {
    const texts = await readBy(cast[who]);
    expect(texts.length).toBeGreaterThan(60);
    const found = Object.entries(secrets).filter(([, words]) => texts.some((text) => text.includes(words)));
    expect(found.map(([name]) => name)).toEqual(may);
  },
  60_000,
);
