import { randomUUID } from 'node:crypto';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { localOf } from '../../shared/kernel/zoned-time.ts';
import type { Round } from '../../shared/programs/round.ts';
import { done, inDays } from '../support/seeded/clock.ts';
import { courses, roundsOn, termsOf } from '../support/seeded/rounds.ts';
import { type Act, anAct, now } from './act.ts';
import type { BudgetSite } from './site.ts';
import type { World } from './world.ts';

const both = (en: string, ja: string) => ({ en, ja });
const reason = 'The consulate answers a week later than it said.';

/** What staff do with a round's terms, and with one application beside its reviews; each on something of its own. */
export const roundActs = async ({ all, setUp, plain }: BudgetSite, world: World): Promise<Act[]> => {
  const { people, rounds, pairs, make, applications } = world;
  const { owner, staff } = people;
  const made = roundsOn(plain);
  const unpublished = await made.draft(staff, courses.upcoming);
  const [open, later, cancelled] = [
    await made.publish(staff, courses.open),
    await made.publish(staff, courses.open),
    await made.publish(staff, courses.upcoming),
  ];
  const until = localOf(inDays(courses.open.closes + 5), rounds.open.zone);
  const place = [owner, pairs.organisation, rounds.open, new Date()] as const;
  const [late, ended, sent] = [
    await make.applications.complete(...place),
    await make.applications.complete(...place),
    await make.applications.submit(...place),
  ];
  const heads = applicationStore(plain);
  const versionOf = async (applicationId: string) => (await heads.find(applicationId))?.version ?? 0;
  const extended = { applicationId: ended, version: await versionOf(ended), until, reason };
  done(await setUp.extendApplication(staff, extended, now()));
  const [lateVersion, endedVersion] = [await versionOf(late), await versionOf(ended)];

  /** Another one that was decided and announced, so that each size complains about one of its own. */
  const decided = async (): Promise<string> => {
    const given = await heads.find(applications.awarded);
    if (!given) throw new Error('Nothing was awarded');
    const id = randomUUID();
    await heads.save({ application: { ...given, id, version: 1 }, events: [] });
    return id;
  };
  const text = 'The reasons speak of a partner without a record; our letters of ten years were in the files.';
  const complained = async () => {
    const applicationId = await decided();
    done(await setUp.complain(owner, { applicationId, text }, now()));
    return applicationId;
  };
  const unheard = await decided();
  const [withdrawn, takenUp, settled] = [await complained(), await complained(), await complained()];
  done(await setUp.takeUpComplaint(staff, { applicationId: settled, version: 1 }, now()));

  /** Its dates as they stand: a minute later it would lie elsewhere in its list, and cost more. */
  const terms = (
    { id: roundId, version, opens, closes, reviewDue }: Round,
    course: keyof typeof courses,
  ) => ({
    ...termsOf(courses[course]),
    ...{ roundId, version, opens, closes, reviewDue },
  });
  const note = both('The form was too short.', '様式に不足がありました。');
  return [
    anAct('round drafted', 20, () => all.createRound(staff, termsOf(courses.upcoming), now())),
    anAct('round edited', 20, () =>
      all.editRound(staff, { ...terms(unpublished, 'upcoming'), slots: 12 }, now()),
    ),
    anAct('form of an open round changed', 40, () => {
      const changed = { ...terms(open, 'open'), newForm: 2 };
      const { extraQuestions } = changed;
      const added = { ...extraQuestions[0], id: 'radio', label: both('And by radio?', 'ラジオでの広報は。') };
      return all.editRound(
        staff,
        { ...changed, extraQuestions: [...extraQuestions, { ...added, kind: 'short', required: false }] },
        now(),
      );
    }),
    anAct('round extended', 20, () => {
      const { id: roundId, version, zone } = later;
      const closes = localOf(inDays(courses.open.closes + 7), zone);
      const reviewDue = localOf(inDays(courses.open.reviewDue + 7), zone);
      return all.extendRound(staff, { roundId, version, closes, reviewDue, reason: note }, now());
    }),
    anAct('round cancelled', 20, () =>
      all.cancelRound(staff, { roundId: cancelled.id, version: cancelled.version, reason: note }, now()),
    ),
    anAct('round duplicated', 20, () => all.duplicateRound(staff, { roundId: rounds.open.id }, now())),
    anAct('more time given to one application', 10, () =>
      all.extendApplication(staff, { applicationId: late, version: lateVersion, until, reason }, now()),
    ),
    anAct('more time taken back', 10, () =>
      all.endExtension(staff, { applicationId: ended, version: endedVersion, reason }, now()),
    ),
    anAct('returned for changes', 12, () =>
      all.returnApplication(staff, { applicationId: sent, reason, until }, now()),
    ),
    anAct('complaint filed', 8, () => all.complain(owner, { applicationId: unheard, text }, now())),
    anAct('complaint withdrawn', 8, () =>
      all.withdrawComplaint(owner, { applicationId: withdrawn, version: 1 }, now()),
    ),
    anAct('complaint taken up', 8, () =>
      all.takeUpComplaint(staff, { applicationId: takenUp, version: 1 }, now()),
    ),
    anAct('complaint settled', 8, () =>
      all.settleComplaint(
        staff,
        { applicationId: settled, version: 2, outcome: 'uphold', reason: 'The letters were there.' },
        now(),
      ),
    ),
  ];
};
