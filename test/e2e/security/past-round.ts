import { programsUseCases } from '../../../functions/container/programs-use-cases.ts';
import { instantsOf, leadingAsia, type Round, type RoundTerms } from '../../../shared/programs/round.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import type { Table } from '../../../shared/table/table.ts';
import { applicationsOn } from '../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { reviewsOn } from '../../support/seeded/reviews.ts';
import { courses, termsOf } from '../../support/seeded/rounds.ts';
import { siteOn } from '../../support/site-on-table.ts';

/** An organisation, a reviewer and a round that lies in the past, so that a test can act around each of its instants. */
export const pastRound = async (table: Table, over: Partial<RoundTerms> = {}) => {
  const site = siteOn(table);
  const applications = applicationsOn(table);
  const reviews = reviewsOn(table);
  const staff = await site.join('staff', { kind: 'staff', programId: leadingAsia });
  const founder = await site.join('owner');
  const { id } = await applications.found(founder, 'Sister Cities of Austin');
  const owner = await site.actorOf(founder.personId);
  const austin = { id, partnershipId: await applications.claim(owner, id) };
  await applications.verify(staff, austin);
  const programs = programsUseCases({ table, cursors: cursorsWith('set-up') });
  const terms = { ...termsOf(courses.closed), ...over };
  const drafted = done(await programs.createRound(staff, terms, callAt(inDays(-70))));
  const publish = { roundId: drafted.id, version: drafted.version };
  const round: Round = done(await programs.publishRound(staff, publish, callAt(inDays(-65))));
  const { personId } = await site.join('reviewer');
  const reviewer = await site.grant(personId, { kind: 'reviewer', roundId: round.id });

  const whileOpen = inDays(courses.closed.closes - 5);
  /** A signed draft of its own. */
  const signed = () => applications.sign(owner, austin, round, whileOpen);
  /** One that was sent in time and is assigned to the reviewer, who has no conflict. */
  const reviewed = async () => {
    const applicationId = await applications.submit(owner, austin, round, whileOpen);
    const reviewId = await reviews.assign(staff, round.id, applicationId, personId);
    await reviews.clear(reviewer, reviewId);
    return reviewId;
  };
  const submitted = (reviewId: string) => reviews.submit(reviewer, reviewId);
  return {
    act: reviews.act,
    submitted,
    ...{ site, applications, staff, owner, reviewer, austin, round, whileOpen, signed, reviewed },
    instants: instantsOf(round),
  };
};
export type PastRound = Awaited<ReturnType<typeof pastRound>>;
