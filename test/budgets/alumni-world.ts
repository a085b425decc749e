import { matchJobsOn } from '../../functions/container/study.ts';
import { alumInvitationId } from '../../shared/chapters/alum-invitation.ts';
import type { Person } from '../../shared/kernel/actor.ts';
import { matchWeights } from '../../shared/matching/match-weights.ts';
import { aRegistration } from '../support/alumni-fakes.ts';
import { callAt, done, inDays } from '../support/seeded/clock.ts';
import { introductionsOn } from '../support/seeded/introductions.ts';
import type { BudgetSite } from './site.ts';

type Cast = {
  readonly staff: Person;
  readonly lead: Person;
  readonly newcomer: Person;
  /** Who coordinates a partnership, by a claim that is verified, and another. */
  readonly owner: Person;
  readonly rival: Person;
  readonly partnershipId: string;
  readonly rivalsPartnershipId: string;
  readonly enter: (name: string) => Promise<Person>;
};

export const chapterId = 'jetaa-texoma';
const note = 'We visit in May and look for somebody who knows the town and would brief our delegation.';
const columns = 'name,email,placements,state';

/** A file of these people, as a chapter keeps one. */
export const fileOf = (...addresses: readonly string[]): string =>
  [columns, ...addresses.map((email) => `Somebody,${email},ALT|Imabari|Ehime|2009|2012,TX`)].join('\n');

/** Alumni of a chapter, what they were asked and have answered, and whom the chapter has asked to register. */
export const buildAlumni = async ({ plain, setUp: act }: BudgetSite, cast: Cast) => {
  const { staff, lead, newcomer, owner, rival, partnershipId, rivalsPartnershipId, enter } = cast;
  const { register } = introductionsOn(plain);
  const join = async (name: string) => {
    const person = await enter(name);
    return { person, alumId: await register(person, chapterId) };
  };
  const alum = await join('alum');
  const member = await join('member');
  done(await act.keepRegistration(newcomer, { ...aRegistration(), version: 0 }, callAt(new Date())));

  const declined = done(
    await act.requestIntroduction(
      rival,
      { partnershipId: rivalsPartnershipId, alumId: alum.alumId, note },
      callAt(inDays(-25)),
    ),
  ).id;
  const no = { introductionId: declined, answer: 'decline' } as const;
  done(await act.answerIntroduction(alum.person, no, callAt(inDays(-24))));
  const ask = async (alumId: string) =>
    done(await act.requestIntroduction(owner, { partnershipId, alumId, note }, callAt(inDays(-1)))).id;
  const asked = await ask(alum.alumId);
  const joined = await ask(member.alumId);
  const of = { introductionId: joined };
  const at = callAt(new Date());
  done(await act.answerIntroduction(member.person, { ...of, answer: 'accept' }, at));
  done(await act.joinPartnership(owner, { ...of, version: 2, role: 'interpreter' }, at));
  const text = 'Three letters a day, although it was agreed to write once a week; nobody answers for it.';
  for (const who of [owner, member.person]) done(await act.reportIntroduction(who, { ...of, text }, at));
  const settlement = { ...of, side: 'coordinator', version: 1, reason: 'Spoken to, by telephone.' } as const;
  done(await act.settleIntroductionReport(staff, settlement, at));

  const sought = { topics: ['sustainability'], fields: ['education'], words: ['tea'] } as const;
  const details = { topics: [...sought.topics], fields: [...sought.fields], words: [...sought.words] };
  done(await act.saySought(owner, { partnershipId, version: 0, ...details }, at));

  const email = 'invited@alumni.example';
  const file = { csv: fileOf(email), rows: [2], language: 'en' } as const;
  done(await act.importAlumni(lead, { chapterId, ...file }, at));

  const asks = [
    await act.askIntroductionPlan(lead, { chapterId, top: 2 }, callAt(new Date())),
    await act.askIntroductionPlan(staff, { top: 2 }, callAt(new Date())),
    await act.tryMatchWeights(staff, { ...matchWeights, samePrefecture: 20 }, callAt(new Date())),
  ].map(done);
  for (const { jobId } of asks) await matchJobsOn(plain).runJob(jobId);
  const [ofChapter = '', ofAll = '', trial = ''] = asks.map(({ id }) => id);
  return {
    enter,
    join,
    lead,
    alum,
    member,
    introductions: { asked, joined, declined },
    studies: { ofChapter, ofAll, trial },
    invitationId: alumInvitationId(chapterId, email),
    partnershipId,
    rivalsPartnershipId,
  };
};
