import { randomUUID } from 'node:crypto';
import type { Person } from '../../../shared/kernel/actor.ts';
import { leadingAsia, type Round } from '../../../shared/programs/round.ts';
import { applicationsOn, type Organisation, whileOpen } from '../../support/seeded/applications.ts';
import { papersOn } from '../../support/seeded/papers.ts';
import type { Someone } from '../../support/seeded/people.ts';
import { reviewsOn } from '../../support/seeded/reviews.ts';
import { courses, roundsOn } from '../../support/seeded/rounds.ts';
import type { SeededPlatform } from '../../support/seeded-platform.ts';
import { type RoleName, roles } from './access-matrix.ts';

export type Side = 'austin' | 'tacoma';
export type Cast = Readonly<Record<Exclude<RoleName, 'nobody'>, Someone>>;

const names = roles.filter((name) => name !== 'nobody');

/** Everyone of the matrix with their roles, two organisations, a round in each phase, and applications in any state. */
export const seedWorld = async ({ table, people }: SeededPlatform) => {
  const applications = applicationsOn(table);
  const rounds = roundsOn(table);
  const reviews = reviewsOn(table);
  const papers = papersOn(table);

  const joined = await Promise.all(names.map(async (name) => [name, await people.join(name)] as const));
  const cast = Object.fromEntries(joined) as unknown as Cast; // Every name is among the entries.
  const staffRole = { kind: 'staff', programId: leadingAsia } as const;
  for (const name of ['staff', 'recused'] as const) await people.grant(cast[name].personId, staffRole);
  await people.grant(cast.lead.personId, { kind: 'lead', chapterId: 'jetaa-texoma' });
  await people.grant(cast['other-lead'].personId, { kind: 'lead', chapterId: 'pacific-northwest-jetaa' });
  const colleague = await people.join('colleague', staffRole);
  const spare = await people.join('spare-reviewer');
  const actor = (someone: Someone): Promise<Person> => people.actor(someone);
  const byStaff = await actor(colleague);

  const openRound = await rounds.publish(byStaff, courses.open);
  const elsewhereRound = await rounds.publish(byStaff, courses.closed);
  await people.grant(cast.elsewhere.personId, { kind: 'reviewer', roundId: elsewhereRound.id });

  /** A closed round with the reviewers of the cast. */
  const closedRound = async (): Promise<Round> => {
    const round = await rounds.publish(byStaff, courses.closed);
    for (const { personId } of [cast.reviewer, cast.conflicted, cast.idle, spare])
      await people.grant(personId, { kind: 'reviewer', roundId: round.id });
    return round;
  };
  const committee = await closedRound();

  const ownerOf = (side: Side) => actor(side === 'austin' ? cast.owner : cast.stranger);
  const settle = async (side: Side, legalName: string): Promise<Organisation> => {
    const someone = side === 'austin' ? cast.owner : cast.stranger;
    const { id } = await applications.found(await actor(someone), legalName);
    const partnershipId = await applications.claim(await actor(someone), id);
    await applications.verify(byStaff, { id, partnershipId });
    return { id, partnershipId };
  };
  const sides: Readonly<Record<Side, Organisation>> = {
    austin: await settle('austin', 'Sister Cities of Austin'),
    tacoma: await settle('tacoma', 'Sister Cities of Tacoma'),
  };
  for (const as of ['viewer', 'editor'] as const)
    await people.grant(cast[as].personId, { kind: 'member', organisationId: sides.austin.id, as });

  type Make = 'complete' | 'sign' | 'submit';
  /** An application of one side in the open round; `recused` has stepped aside from Austin's. */
  const application = async (side: Side, state: 'start' | Make): Promise<string> => {
    const [owner, of, at] = [await ownerOf(side), sides[side], new Date()];
    const id =
      state === 'start'
        ? await applications.start(owner, of, openRound.id, at)
        : await applications[state](owner, of, openRound, at);
    if (side === 'austin') await reviews.stepAside(await actor(cast.recused), id);
    return id;
  };

  /** What came from Austin on paper, with nothing typed yet, or with everything; `recused` has stepped aside from it. */
  const onPaper = async (state: 'begun' | 'typed') => {
    const by = [byStaff, sides.austin, openRound, new Date()] as const;
    const paper =
      state === 'typed'
        ? await papers.typed(...by)
        : { applicationId: await papers.begin(...by), signature: undefined };
    await reviews.stepAside(await actor(cast.recused), paper.applicationId);
    return paper;
  };

  /** One in review: Austin's by the reviewers of the cast, Tacoma's by somebody else. */
  const inReview = async (side: Side, round = committee, at: 'assigned' | 'declared' = 'declared') => {
    const id = await applications.submit(await ownerOf(side), sides[side], round, whileOpen('closed'));
    const assign = ({ personId }: Someone) => reviews.assign(byStaff, round.id, id, personId);
    if (side === 'tacoma') return { id, reviewId: await assign(spare), conflictedReviewId: '' };
    const reviewId = await assign(cast.reviewer);
    const conflictedReviewId = await assign(cast.conflicted);
    if (at === 'declared') await reviews.clear(await actor(cast.reviewer), reviewId);
    await reviews.declare(await actor(cast.conflicted), conflictedReviewId);
    await reviews.stepAside(await actor(cast.recused), id);
    return { id, reviewId, conflictedReviewId };
  };

  /** A flag that the application's reviewer has raised. */
  const flagged = async (side: Side) => {
    const { reviewId } = await inReview(side);
    const someone = side === 'austin' ? cast.reviewer : spare;
    if (side === 'tacoma') await reviews.clear(await actor(spare), reviewId);
    return { reviewId, flagId: await reviews.flag(await actor(someone), reviewId) };
  };

  const proposed = async (side: Side, by = byStaff, round = committee): Promise<string> => {
    const { id } = await inReview(side, round);
    await reviews.propose(by, id);
    return id;
  };

  /** A closed round of one application whose award is certified. */
  const certified = async (side: Side) => {
    const round = await closedRound();
    const id = await proposed(side, byStaff, round);
    await reviews.certify(await actor(cast.staff), id);
    return { id, round };
  };

  const announced = async (side: Side) => {
    const { id, round } = await certified(side);
    const call = { receivedAt: new Date(), idempotencyKey: randomUUID() };
    await reviews.decide.announceRound(byStaff, { roundId: round.id, version: round.version }, call);
    await reviews.applyAnnouncement(round.id);
    return { id, round };
  };

  return {
    cast,
    colleague,
    spare,
    actor,
    byStaff,
    sides,
    ownerOf,
    openRound,
    committee,
    draftRound: () => rounds.draft(byStaff, courses.upcoming),
    runningRound: () => rounds.publish(byStaff, courses.open),
    closedRound,
    application,
    onPaper,
    papers,
    inReview,
    flagged,
    proposed,
    certified,
    announced,
    applications,
    reviews,
  };
};
export type World = Awaited<ReturnType<typeof seedWorld>>;
