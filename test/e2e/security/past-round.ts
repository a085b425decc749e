import { instantsOf, leadingAsia } from '../../../shared/programs/round.ts';
import type { Table } from '../../../shared/table/table.ts';
import { applicationsOn } from '../../support/seeded/applications.ts';
import { inDays } from '../../support/seeded/clock.ts';
import { reviewsOn } from '../../support/seeded/reviews.ts';
import { courses, roundsOn } from '../../support/seeded/rounds.ts';
import { siteOn } from '../../support/site-on-table.ts';

/** An organisation, a reviewer and a round that lies in the past, so that a test can act around each of its instants. */
export const pastRound = async (table: Table) => {
  const site = siteOn(table);
  const applications = applicationsOn(table);
  const reviews = reviewsOn(table);
  const staff = await site.join('staff', { kind: 'staff', programId: leadingAsia });
  const founder = await site.join('owner');
  const { id } = await applications.found(founder, 'Sister Cities of Austin');
  const owner = await site.actorOf(founder.personId);
  const austin = { id, partnershipId: await applications.claim(owner, id) };
  await applications.verify(staff, austin);
  const round = await roundsOn(table).publish(staff, courses.closed);
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
  return {
    ...{ site, applications, staff, owner, reviewer, austin, round, whileOpen, signed, reviewed },
    instants: instantsOf(round),
  };
};
export type PastRound = Awaited<ReturnType<typeof pastRound>>;
