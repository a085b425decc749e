import { randomUUID } from 'node:crypto';
import { roleStore } from '../../../shared/accounts/role.store.ts';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { whileOpen } from '../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { discussionsOn } from '../../support/seeded/discussions.ts';
import type { Someone } from '../../support/seeded/people.ts';
import { assessment } from '../../support/seeded/reviews.ts';
import type { SeededPlatform } from '../../support/seeded-platform.ts';
import { seedWorld } from '../api/world.ts';
import { plantAround, plantedWords } from './planted.ts';
import { plantTwins } from './twins.ts';

/** Words that stand in one place each, so that whoever reads them anywhere has read that place. */
export const words = {
  title: 'Larkspur and clay',
  comment: 'Oxlip comment of another reviewer',
  note: 'Cowslip note to the committee',
  feedback: 'Primrose feedback to the applicant',
  reason: 'Foxglove reason of the decision',
  draft: 'Bluebell draft of the reviewer',
  conflict: 'A former colleague',
  post: 'Campion post of the discussion',
  minutes: 'Yarrow notes of the meeting',
  revised: 'Saffron reason of the new scores',
  aside: 'Hemlock reason of the one who stepped aside',
} as const;
export const awarded = { cents: 543_210, written: '5,432.10' } as const;

/**
 * Austin's application before the committee: one reviewer has submitted, one is writing, one has not declared, one has
 * a conflict, one member of staff has stepped aside, one is a reviewer too; an award is proposed and certified.
 */
export const seatCommittee = async (site: SeededPlatform) => {
  const world = await seedWorld(site);
  const { people } = site;
  const { cast, byStaff, spare, reviews, applications, actor } = world;
  const staffRole = { kind: 'staff', programId: leadingAsia } as const;
  const member = { kind: 'member', organisationId: world.sides.austin.id, as: 'editor' } as const;
  const undeclared = await people.join('undeclared');
  const both = await people.join('both', staffRole);
  const former = await people.join('former', member);
  const dismissed = await people.join('dismissed', staffRole);
  const relieved = await people.join('relieved');
  const declining = await people.join('declining');
  const placed = await people.join('placed');
  const rival = await people.join('rival');
  const scribe = await people.join('scribe', staffRole);

  const round = await world.closedRound();
  const judges = { kind: 'reviewer', roundId: round.id } as const;
  for (const { personId } of [undeclared, both, relieved, declining, placed])
    await people.grant(personId, judges);
  const austin = world.sides.austin;
  const owner = await world.ownerOf('austin');
  const application = await applications.submit(
    owner,
    { ...austin, title: words.title },
    round,
    whileOpen('closed'),
  );

  const assign = (who: Someone) => reviews.assign(byStaff, round.id, application, who.personId);
  const reviewOf = {
    reviewer: await assign(cast.reviewer),
    conflicted: await assign(cast.conflicted),
    undeclared: await assign(undeclared),
    both: await assign(both),
    spare: await assign(spare),
    relieved: await assign(relieved),
  };
  await reviews.clear(await actor(cast.reviewer), reviewOf.reviewer);
  await reviews.clear(await actor(both), reviewOf.both);
  await reviews.clear(await actor(spare), reviewOf.spare);
  await reviews.clear(await actor(relieved), reviewOf.relieved);
  await reviews.declare(await actor(cast.conflicted), reviewOf.conflicted);
  const call = () => callAt(inDays(-9));
  done(
    await reviews.act.submitReview(
      await actor(spare),
      {
        reviewId: reviewOf.spare,
        version: 1,
        assessment: {
          scores: { outcomes: 2, feasibility: 4 },
          comments: { outcomes: words.comment },
          confidence: 'fairly',
          noteToCommittee: words.note,
          feedbackToApplicant: words.feedback,
        },
      },
      call(),
    ),
  );
  done(
    await reviews.act.saveReview(
      await actor(cast.reviewer),
      {
        reviewId: reviewOf.reviewer,
        version: 1,
        assessment: { ...assessment, scores: {}, comments: {}, noteToCommittee: words.draft },
      },
      call(),
    ),
  );
  const discussions = discussionsOn(site.table);
  await discussions.open(byStaff, round.id);
  await discussions.post(await actor(spare), application, words.post);
  await discussions.note(byStaff, application, words.minutes);
  const submitted = await reviews.act.viewReview(await actor(spare), { reviewId: reviewOf.spare }, call());
  const standing = done(submitted).content?.submission?.assessment;
  if (!standing) throw new Error('The spare reviewer has submitted nothing');
  const revision = { reviewId: reviewOf.spare, version: 2, assessment: standing, reason: words.revised };
  done(await discussions.act.reviseReview(await actor(spare), revision, discussions.call()));
  const aside = { applicationId: application, reason: words.aside };
  done(await reviews.act.declareStaffConflict(await actor(cast.recused), aside, call()));
  done(
    await reviews.decide.proposeDecision(
      byStaff,
      {
        applicationId: application,
        version: 0,
        decision: 'award',
        amountCents: awarded.cents,
        reason: words.reason,
      },
      call(),
    ),
  );
  await reviews.certify(await actor(cast.staff), application);

  const comments = [{ criterionId: 'outcomes', comment: words.comment }];
  const remarksOf = { applicationId: application, version: 0 } as const;
  const drafted = [{ reviewId: reviewOf.spare, comments, feedback: plantedWords.remark }];
  done(await reviews.decide.saveRemarks(byStaff, { ...remarksOf, action: 'save', remarks: drafted }, call()));
  const { declined, planId, jobId, mailingId, exportId } = await plantAround({
    ...{ table: site.table, world, round, applicationId: application, declining, placed },
    submitted: { reviewId: reviewOf.spare, by: spare },
  });

  await plantTwins({ table: site.table, world, round, rival, scribe });

  const announce = async () => {
    const remarks = [{ reviewId: reviewOf.spare, comments, feedback: words.feedback }];
    const approval = { ...remarksOf, version: 1, action: 'approve', remarks } as const;
    done(await reviews.decide.saveRemarks(byStaff, approval, call()));
    const input = { roundId: round.id, version: round.version };
    const now = { receivedAt: new Date(), idempotencyKey: randomUUID() };
    done(await reviews.decide.announceRound(byStaff, input, now));
    await site.platform.settled();
  };
  /** The member, the reviewer and the member of staff who are none from now on. */
  const revoke = async () => {
    const roles = roleStore(site.table);
    const by = { by: byStaff.personId, at: new Date() };
    done(await roles.revoke({ personId: former.personId, role: member, ...by }));
    done(await roles.revoke({ personId: relieved.personId, role: judges, ...by }));
    done(await roles.revoke({ personId: dismissed.personId, role: staffRole, ...by }));
  };
  return {
    ...world,
    round,
    applicationId: application,
    reviewOf: { ...reviewOf, declining: declined },
    planId,
    jobId,
    mailingId,
    exportId,
    announce,
    revoke,
    people: { ...cast, undeclared, both, former, dismissed, relieved, spare, declining, placed, rival },
  };
};
export type Committee = Awaited<ReturnType<typeof seatCommittee>>;
