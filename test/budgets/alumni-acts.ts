import { randomUUID } from 'node:crypto';
import { offerSchema } from '../../shared/alumni/alum.ts';
import { allAgreed, aRegistration } from '../support/alumni-fakes.ts';
import { done } from '../support/seeded/clock.ts';
import { type Act, anAct, now } from './act.ts';
import { chapterId, fileOf } from './alumni-world.ts';
import type { BudgetSite } from './site.ts';
import type { World } from './world.ts';

const note = 'We visit in May and look for somebody who knows the town and would brief our delegation.';
const longOffer = offerSchema.parse({
  ...{ japanese: 'N1', languages: ['Spanish', 'Korean'], chapter: chapterId },
  fields: ['international-trade', 'agriculture-food', 'film-media'],
  skills: ['food export', 'conference interpreting', 'grant writing'],
  topics: ['business-development', 'sustainability', 'rural-and-agriculture'],
  ways: ['host', 'interpret', 'brief', 'mentor'],
});
const imported = 20;

/** What alumni, coordinators and chapters do, each with alumni of its own. */
export const alumniActs = async (
  { all, setUp }: BudgetSite,
  { alumni, people, pairs, tokenOf }: World,
  rows: number,
): Promise<Act[]> => {
  const { owner, rival } = people;
  const { lead, partnershipId, rivalsPartnershipId } = alumni;
  const enter = () => alumni.enter(randomUUID());
  const join = () => alumni.join(randomUUID());
  const ask = async (alumId: string, by = owner, of = partnershipId) =>
    done(await setUp.requestIntroduction(by, { partnershipId: of, alumId, note }, now())).id;
  const [newcomer, keeping] = [await enter(), await enter()];
  const [withdrawing, asked, answering, byLink, member, offered] = [
    await join(),
    await join(),
    await join(),
    await join(),
    await join(),
    await join(),
  ];
  await ask(withdrawing.alumId);
  await ask(withdrawing.alumId, owner, pairs.organisation.partnershipId);
  await ask(withdrawing.alumId, rival, rivalsPartnershipId);
  const answered = await ask(answering.alumId);
  const linked = await ask(byLink.alumId);
  const connected = await ask(member.alumId);
  done(await setUp.answerIntroduction(member.person, { introductionId: connected, answer: 'accept' }, now()));
  const { version: sought } = done(await setUp.viewSought(owner, { partnershipId }, now()));
  const { items } = done(await setUp.listAlumniFor(owner, { partnershipId }, now()));
  // Equals stand by their ids: whoever withdraws in an act above may stand first, and is then listed no more.
  const listed = items.find(({ alumId }) => alumId !== withdrawing.alumId);
  const registration = aRegistration({ offer: longOffer });
  done(await setUp.keepRegistration(newcomer, { ...registration, version: 0 }, now()));
  const token = await tokenOf(`introduction#${linked}`);
  const file = fileOf(...Array.from({ length: imported }, () => `${randomUUID()}@alumni.example`));
  return [
    anAct('page of a registration kept', 4, () => {
      const { placements, home } = aRegistration();
      return all.keepRegistration(keeping, { placements, home, version: 0 }, now());
    }),
    anAct('registered as an alum', 12, () =>
      all.registerAlum(newcomer, { ...registration, profileVersion: 0 }, now()),
    ),
    anAct('consents withdrawn with three open requests', 48, () =>
      all.decideConsents(withdrawing.person, { ...allAgreed, matched: false, version: 1 }, now()),
    ),
    anAct('introduction asked for', 24, () =>
      all.requestIntroduction(owner, { partnershipId, alumId: asked.alumId, note }, now()),
    ),
    anAct('introduction offered by a chapter', 24, () =>
      all.offerIntroduction(lead, { chapterId, partnershipId, alumId: offered.alumId, note }, now()),
    ),
    anAct('request answered', 16, () =>
      all.answerIntroduction(answering.person, { introductionId: answered, answer: 'accept' }, now()),
    ),
    anAct('request answered by the mailed link', 16, () =>
      all.answerIntroductionByLink({ kind: 'link', token }, { answer: 'decline' }, now()),
    ),
    anAct('alum joined', 12, () =>
      all.joinPartnership(owner, { introductionId: connected, version: 2, role: 'delegate' }, now()),
    ),
    anAct('what a partnership seeks', 8, () => {
      const words = ['tea', 'ports'];
      return all.saySought(
        owner,
        { partnershipId, version: sought, topics: [], fields: ['education'], words },
        now(),
      );
    }),
    anAct('plan of introductions asked for', 16, () =>
      all.askIntroductionPlan(lead, { chapterId, top: 2 }, now()),
    ),
    anAct('alum put aside', 4, () =>
      all.setAlumAside(owner, { partnershipId, alumId: listed?.alumId ?? '', aside: true }, now()),
    ),
    {
      // Whom the chapter knows already is looked through for duplicates.
      ...anAct(`${imported} people imported by a chapter`, 300, () => {
        const lines = Array.from({ length: imported }, (_, at) => at + 2);
        return all.importAlumni(lead, { chapterId, csv: file, rows: lines, language: 'en' }, now());
      }),
      linear: { reads: 80 + 2 * rows },
    },
  ];
};
