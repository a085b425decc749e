import { confirmationAnswers } from '../../shared/applications/confirmation.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { holderOf } from '../support/applications-fakes.ts';
import { callAt, done, inDays } from '../support/seeded/clock.ts';
import { type Act, anAct, now } from './act.ts';
import type { BudgetSite } from './site.ts';
import type { World } from './world.ts';

/** An answer of the length that offices write. */
const words = {
  ...{ name: '国際課 担当者', approver: '市民部長', arrivesOn: '', leavesOn: '' },
  hosts: '市民会館でお迎えし、宿泊は市内の研修センターを予定しております。'.repeat(5),
  hopes: '陶芸家どうしの交流を今後も続けたいと考えております。'.repeat(10),
  note: '日程につきましては、議会の会期と重ならないことを確認いたしました。'.repeat(10),
};
const kept = { ...words, action: 'confirm' } as const;

/** An office gets no two mails within ten minutes. */
const anHourAgo = () => callAt(inDays(-1 / 24));

/** What is done by the two mailed links, and about them; each on an application of its own. */
export const endorsementActs = async ({ all, setUp, plain }: BudgetSite, world: World): Promise<Act[]> => {
  const { people, pairs, rounds, make } = world;
  const { owner, staff } = people;
  const { act, linkOf, complete, digestOf } = make.applications;
  const draft = () => complete(owner, pairs.organisation, rounds.open, new Date());
  const asked = async () => {
    const applicationId = await draft();
    const token = await linkOf(() => act.requestConfirmation(owner, { applicationId }, anHourAgo()));
    const version = (await draftStore(plain).find(applicationId))?.confirmation?.version ?? 0;
    return { applicationId, holder: holderOf(token), version };
  };
  // One after the other: `linkOf` gives the link that was made last.
  const [keeping, handed, revoked] = [await asked(), await asked(), await asked()];
  const answered = [];
  for (const action of confirmationAnswers) answered.push({ action, ...(await asked()) });
  const signing = await draft();
  const official = holderOf(await linkOf(() => act.requestSignOff(owner, { applicationId: signing }, now())));
  const textDigest = await digestOf(signing, rounds.open);
  const { partnershipId } = pairs.organisation;
  const domains = ['recorded', 'withdrawn'].map((name) => `${name}-${keeping.applicationId}.example`);
  const [recorded = '', withdrawn = ''] = domains;
  const evidence = 'The page of the city’s international section names it.';
  done(await setUp.recordOfficeDomain(staff, { partnershipId, domain: withdrawn, evidence }, now()));
  return [
    anAct('signed by the official’s link', 8, () =>
      all.signByLink(official, { name: 'Authorised Official', agreed: true, textDigest }, now()),
    ),
    anAct('office’s answer kept for its approval', 20, () =>
      all.keepAnswer(keeping.holder, { ...kept, version: keeping.version }, now()),
    ),
    ...answered.map(({ action, holder, version }) =>
      anAct(`office’s answer: ${action}`, 20, () =>
        all.answerConfirmation(
          holder,
          { ...words, action, version, arrivesOn: '2027-09-01', leavesOn: '2027-09-09' },
          now(),
        ),
      ),
    ),
    anAct('office’s link handed on', 24, () => {
      const colleague = { name: '後任者', email: 'successor@city.example', version: handed.version };
      return all.handOnConfirmation(handed.holder, colleague, now());
    }),
    anAct('office’s link taken back', 20, () =>
      all.revokeConfirmation(owner, { applicationId: revoked.applicationId }, now()),
    ),
    anAct('office’s domain recorded', 8, () =>
      all.recordOfficeDomain(staff, { partnershipId, domain: recorded, evidence }, now()),
    ),
    anAct('office’s domain withdrawn', 8, () =>
      all.withdrawOfficeDomain(staff, { partnershipId, domain: withdrawn, version: 1 }, now()),
    ),
  ];
};
