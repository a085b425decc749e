import { discussionsOn } from '../../../support/seeded/discussions.ts';
import { assessment } from '../../../support/seeded/reviews.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, type Probe, type Probes } from './probe.ts';

export const discussionsProbes =
  ({ table }: SeededPlatform): Probes<'discussions'> =>
  (world) => {
    const { committee, inReview, byStaff, cast, spare, actor, reviews } = world;
    const discussions = discussionsOn(table);
    const ofRound = always({ params: { roundId: committee.id } });

    /** In review in a round whose discussion is open. */
    const discussed = async (side: Side) => {
      await discussions.open(byStaff, committee.id);
      return inReview(side);
    };
    /** Austin's with the review of the reviewer in; Tacoma's with somebody else's. */
    const reviewed = async (side: Side) => {
      const made = await discussed(side);
      const who = await actor(side === 'austin' ? cast.reviewer : spare);
      if (side === 'tacoma') await reviews.clear(who, made.reviewId);
      await reviews.submit(who, made.reviewId);
      return made;
    };
    const reviewerOf = (side: Side) => (side === 'austin' ? cast.reviewer : spare).personId;
    /** Austin's with a second review in, by someone who leads it. */
    const ledByAnother = async () => {
      const made = await reviewed('austin');
      const other = await actor(spare);
      const reviewId = await reviews.assign(byStaff, committee.id, made.id, spare.personId);
      await reviews.clear(other, reviewId);
      await reviews.submit(other, reviewId);
      await discussions.lead(byStaff, made.id, spare.personId);
      return made;
    };
    const of = async (made: Promise<{ id: string }>) => ({ params: { applicationId: (await made).id } });
    const post = { body: { text: 'The budget convinces me.' } };
    const notes = { version: 0, body: { text: 'All agree.' } };
    const saying =
      (make: () => Promise<{ id: string }>, ask: object = {}): Probe =>
      async () => ({ ...(await of(make())), ...ask });
    const revision = { version: 2, body: { assessment, reason: 'The discussion of the budget' } };
    const ofReview = async (made: Promise<{ reviewId: string }>) => ({
      params: { reviewId: (await made).reviewId },
    });
    const naming =
      (side: Side): Probe =>
      async () => ({
        ...(await of(reviewed(side))),
        ...{ version: 0, body: { reviewerId: reviewerOf(side) } },
      });

    return {
      viewRoundDiscussion: { 'of a closed round': ofRound },
      moveDiscussion: {
        'of a closed round': async () => ({
          params: { roundId: (await world.closedRound()).id },
          ...{ version: 0, body: { action: 'open', early: true } },
        }),
      },
      nameLeads: { 'of a closed round': ofRound },
      nameLead: { 'of Austin’s': naming('austin'), 'of Tacoma’s': naming('tacoma') },
      viewDiscussion: {
        'Austin’s, the reviewer’s own review in': saying(() => reviewed('austin')),
        'Austin’s, the reviewer’s own review not in': saying(() => discussed('austin')),
        'Tacoma’s': saying(() => reviewed('tacoma')),
      },
      addPost: {
        'on Austin’s, the reviewer’s own review in': saying(() => reviewed('austin'), post),
        'on Austin’s, the reviewer’s own review not in': saying(() => discussed('austin'), post),
        'on Tacoma’s': saying(() => reviewed('tacoma'), post),
      },
      saveNotes: {
        'of Austin’s, led by the reviewer': saying(async () => {
          const made = await reviewed('austin');
          await discussions.lead(byStaff, made.id, cast.reviewer.personId);
          return made;
        }, notes),
        'of Austin’s, led by another': saying(ledByAnother, notes),
        'of Tacoma’s': saying(() => reviewed('tacoma'), notes),
      },
      reviseReview: {
        'the reviewer’s, in': async () => ({ ...(await ofReview(reviewed('austin'))), ...revision }),
        'the reviewer’s, not in': async () => ({ ...(await ofReview(discussed('austin'))), ...revision }),
      },
      viewAgenda: { 'of a closed round': ofRound },
      setAgenda: {
        'of a closed round': async () => ({
          params: { roundId: (await world.closedRound()).id },
          version: 0,
          body: { startsAt: '2027-03-01T10:00', minutes: 10, applicationIds: [] },
        }),
      },
      viewMyAgenda: { 'by the reviewer’s review, in': async () => ofReview(reviewed('austin')) },
    };
  };
