import { assessment } from '../../../support/seeded/reviews.ts';
import { newName, type SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probe, type Probes } from './probe.ts';

export const reviewsProbes =
  ({ people }: SeededPlatform): Probes<'reviews'> =>
  (world) => {
    const { committee, inReview, flagged } = world;
    const ofRound = always({ params: { roundId: committee.id } });
    const ofApplication = async (side: Side) => ({ params: { applicationId: (await inReview(side)).id } });

    /** The reviewer's review, cleared; its draft has version 1. */
    const own: Probe = async () => ({
      params: { reviewId: (await inReview('austin')).reviewId },
      version: 1,
    });
    const ofConflicted: Probe = async () => ({
      params: { reviewId: (await inReview('austin')).conflictedReviewId },
      version: 2,
    });
    const saying = (body: object, probe: Probe): Probe => {
      return async (as) => ({ ...(await probe(as)), body });
    };
    const words = { assessment };
    const reason = { reason: 'A former colleague' };
    const inReviewRows = both('Austin’s in review', 'Tacoma’s in review', ofApplication);

    return {
      listMyReviews: { 'one’s own': always({}) },
      viewReview: { 'the reviewer’s': own, 'the conflicted reviewer’s': ofConflicted },
      declareNone: {
        'the reviewer’s, undeclared': async () => {
          const { reviewId } = await inReview('austin', committee, 'assigned');
          return { params: { reviewId }, version: 1 };
        },
        'the conflicted reviewer’s': ofConflicted,
      },
      declareConflict: {
        // Its version went up with the declaration that there was none.
        'the reviewer’s': async (as) => ({ ...(await own(as)), version: 2, body: reason }),
      },
      declineReview: {
        'the reviewer’s': async (as) => ({ ...(await own(as)), version: 2, body: reason }),
        'the conflicted reviewer’s': saying(reason, ofConflicted),
      },
      saveReview: {
        'the reviewer’s': saying(words, own),
        'the conflicted reviewer’s': saying(words, ofConflicted),
      },
      submitReview: {
        'the reviewer’s': saying(words, own),
        'the conflicted reviewer’s': saying(words, ofConflicted),
      },
      listRevisions: { 'the reviewer’s': own, 'the conflicted reviewer’s': ofConflicted },
      raiseFlag: {
        'the reviewer’s': saying(reason, own),
        'the conflicted reviewer’s': saying(reason, ofConflicted),
      },
      listFlags: { all: always({}) },
      settleFlag: both('on Austin’s', 'on Tacoma’s', async (side) => {
        const { reviewId, flagId } = await flagged(side);
        return { params: { reviewId, flagId }, version: 1, body: { note: 'Seen' } };
      }),
      viewProgress: { 'of a closed round': ofRound },
      viewRedaction: both('of Austin’s', 'of Tacoma’s', ofApplication),
      hidePassage: both('of Austin’s', 'of Tacoma’s', async (side) => ({
        ...(await ofApplication(side)),
        version: 0,
        body: { path: 'everywhere', text: 'Eight people' },
      })),
      // Nothing is hidden: there is nothing to show again, which is what was asked for.
      showPassage: both('of Austin’s', 'of Tacoma’s', async (side) => ({
        params: { ...(await ofApplication(side)).params, passageId: 'none' },
        version: 0,
      })),
      // The set-up sends no files.
      ruleFile: both('of Austin’s', 'of Tacoma’s', async (side) => ({
        params: { ...(await ofApplication(side)).params, attachmentId: 'none' },
        version: 0,
        body: { rule: 'withheld' },
      })),
      viewAssignments: { 'of a closed round': ofRound },
      assignReviewer: both('to Austin’s', 'to Tacoma’s', async (side) => {
        const reviewer = await people.join(newName('reviewer'), { kind: 'reviewer', roundId: committee.id });
        const { id: applicationId } = await inReview(side);
        return { params: { roundId: committee.id }, body: { applicationId, reviewerId: reviewer.personId } };
      }),
      removeReviewer: both('from Austin’s', 'from Tacoma’s', async (side) => {
        const { reviewId } = await inReview(side, committee, 'assigned');
        return { params: { reviewId }, version: 1 };
      }),
      viewApplicationFile: inReviewRows,
      listReviews: both('of Austin’s', 'of Tacoma’s', ofApplication),
      showContactDetails: inReviewRows,
      declareStaffConflict: both('with Austin’s', 'with Tacoma’s', async (side) => ({
        ...(await ofApplication(side)),
        body: reason,
      })),
    };
  };
