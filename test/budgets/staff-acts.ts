import { randomUUID } from 'node:crypto';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { discussionStore } from '../../shared/discussions/discussion.store.ts';
import { roundDiscussionStore } from '../../shared/discussions/round-discussion.store.ts';
import { publicActor } from '../../shared/kernel/actor.ts';
import { messageStore } from '../../shared/messages/message.store.ts';
import { done, inDays } from '../support/seeded/clock.ts';
import { assessment } from '../support/seeded/reviews.ts';
import { courses, termsOf } from '../support/seeded/rounds.ts';
import { type Act, anAct, now } from './act.ts';
import type { BudgetSite } from './site.ts';
import type { World } from './world.ts';

/** What reviewers and staff do, each on something of its own. */
export const staffActs = async ({ all, setUp, plain }: BudgetSite, world: World): Promise<Act[]> => {
  const { people, rounds, pairs, make, applications } = world;
  const { staff, secondStaff, rival, reviewer } = people;
  const roundId = rounds.closed.id;
  const inTime = inDays(courses.closed.closes - 5);
  const sent = () => make.applications.submit(rival, pairs.rivals, rounds.closed, inTime);
  const [fresh, second, third, fourth, fifth] = [
    await sent(),
    await sent(),
    await sent(),
    await sent(),
    await sent(),
  ];
  const reviewerId = reviewer.personId;
  const assigned = await make.reviews.assign(staff, roundId, second, reviewerId);
  const cleared = await make.reviews.assign(staff, roundId, third, reviewerId);
  const written = await make.reviews.assign(staff, roundId, fourth, reviewerId);
  await make.reviews.clear(reviewer, cleared);
  await make.reviews.clear(reviewer, written);
  await make.reviews.assign(staff, roundId, fifth, reviewerId);
  await make.reviews.propose(staff, fifth);
  const [held] = (await messageStore(plain).byStatus('held')).items;
  const { questionId } = done(
    await setUp.askQuestion(
      publicActor,
      { name: 'Someone', email: 'asker@city.example', language: 'en', text: 'May we?' },
      now(),
    ),
  );
  const draft = done(await setUp.createRound(staff, termsOf(courses.upcoming), now()));
  const guest = { email: 'guest@city.example', language: 'en' } as const;
  const proposal = {
    decision: 'award',
    amountCents: 600_000,
    reason: 'Strong partners on both sides.',
  } as const;
  // Each size finds the discussion as the one before left it.
  const [discussed, said] = await Promise.all([
    roundDiscussionStore(plain).find(roundId),
    discussionStore(plain).notes(applications.reviewed),
  ]);
  // Each size answers an award of its own.
  const heads = applicationStore(plain);
  const given = await heads.find(applications.awarded);
  const awarded = given && { ...given, id: randomUUID(), version: 1 };
  if (awarded) await heads.save({ application: awarded, events: [] });
  const opened = discussed?.version ?? 0;
  return [
    anAct('reviewer assigned', 24, () =>
      all.assignReviewer(staff, { roundId, applicationId: fresh, reviewerId }, now()),
    ),
    anAct('no conflict declared', 14, () =>
      all.declareNone(reviewer, { reviewId: assigned, version: 1 }, now()),
    ),
    anAct('autosave of a review', 4, () =>
      all.saveReview(reviewer, { reviewId: cleared, version: 1, assessment: { ...assessment } }, now()),
    ),
    anAct('review submitted', 20, () =>
      all.submitReview(reviewer, { reviewId: written, version: 1, assessment: { ...assessment } }, now()),
    ),
    anAct('post in a discussion', 16, () =>
      all.addPost(reviewer, { applicationId: applications.reviewed, text: 'The match is named.' }, now()),
    ),
    anAct('meeting’s notes, by themselves', 4, () =>
      all.saveNotes(
        staff,
        { applicationId: applications.reviewed, text: 'Agreed.', keep: false, version: said?.version ?? 0 },
        now(),
      ),
    ),
    anAct('discussion closed', 8, () =>
      all.moveDiscussion(staff, { roundId, action: 'close', early: false, version: opened }, now()),
    ),
    anAct('discussion opened', 8, () =>
      all.moveDiscussion(staff, { roundId, action: 'open', early: true, version: opened + 1 }, now()),
    ),
    anAct('decision proposed', 10, () =>
      all.proposeDecision(staff, { applicationId: fourth, version: 0, ...proposal }, now()),
    ),
    anAct('decision certified', 10, () =>
      all.settleDecision(secondStaff, { applicationId: fifth, action: 'certify', version: 1 }, now()),
    ),
    anAct('answer to an award recorded', 12, () =>
      all.recordAwardAnswer(
        staff,
        {
          ...{ applicationId: awarded?.id ?? '', version: 1 },
          ...{ answer: 'accept', reason: 'By telephone.' },
        },
        now(),
      ),
    ),
    anAct('letter released', 12, () =>
      all.settleMessage(
        staff,
        { messageId: held?.id ?? '', action: 'release', version: held?.version ?? 0 },
        now(),
      ),
    ),
    anAct('reviewer invited', 20, () => all.inviteReviewer(staff, { ...guest, roundId }, now())),
    anAct('question asked', 8, () =>
      all.askQuestion(
        publicActor,
        { name: 'Someone', email: 'asker@city.example', language: 'en', text: 'May we?' },
        now(),
      ),
    ),
    anAct('question answered', 12, () => {
      const input = { questionId, version: 1, text: 'Yes.', isPublic: true, publicQuestion: 'May one?' };
      return all.answerQuestion(staff, input, now());
    }),
    anAct('round published', 20, () =>
      all.publishRound(staff, { roundId: draft.id, version: draft.version }, now()),
    ),
  ];
};
