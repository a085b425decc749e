import { draftStore } from '../../shared/applications/draft.store.ts';
import { baseOf } from '../../shared/applications/sections/section-base.ts';
import { publicActor } from '../../shared/kernel/actor.ts';
import type { EligibilityAnswers } from '../../shared/programs/eligibility-rule.ts';
import { done } from '../support/seeded/clock.ts';
import { completeSections } from '../support/seeded/complete-sections.ts';
import { type Act, anAct, now } from './act.ts';
import { longProject } from './applicant-acts.ts';
import type { BudgetSite } from './site.ts';
import type { World } from './world.ts';

const file = { name: 'Letter of the partner city.pdf', type: 'application/pdf', size: 1000 } as const;
const eligible: EligibilityAnswers = {
  ...{ applicant: 'nonprofit', partnership: 'active', counterpart: 'yes', travel: 'yes', official: 'yes' },
  ...{ memberCity: 'yes', lastFunded: 'never', requestedCents: 680_000, matchCents: 360_000 },
} as const;
const csv =
  'category,description,quantity,unitCost,requested,match,inKind\r\ntravel,Fares,8,1200,6400,3200,\r\n';

/** What belongs to a draft beside its text, and what comes before one. */
export const draftActs = async ({ all, setUp, plain }: BudgetSite, world: World): Promise<Act[]> => {
  const { people, rounds, pairs, make, applications } = world;
  // The owner's pages name whatever was begun for their partnership, and are measured after this: others begin.
  const { owner, rival } = people;
  const { organisation } = pairs;
  const draft = () => make.applications.complete(owner, organisation, rounds.open, new Date());
  const blank = await make.applications.start(rival, pairs.rivals, rounds.open.id, new Date());
  const [adding, shared, counted] = [await draft(), await draft(), await draft()];
  const placed = async () => {
    const { attachmentId } = done(
      await setUp.addAttachment(owner, { applicationId: adding, ...file }, now()),
    );
    return { applicationId: adding, attachmentId };
  };
  const [arriving, opened, removed] = [await placed(), await placed(), await placed()];
  for (const one of [opened, removed]) done(await setUp.settleAttachment(owner, one, now()));
  const versionOf = async (id: string, sectionId: string) =>
    (await draftStore(plain).find(id))?.sections.find((one) => one.id === sectionId)?.version ?? 0;
  const version = await versionOf(shared, 'project');
  const budget = { applicationId: counted, version: await versionOf(counted, 'budget'), csv };
  const base = completeSections('Bread and clay').project;
  const theirs = { ...base, focus: 'Clay as a common craft' };
  const project = { applicationId: shared, sectionId: 'project', version } as const;
  done(await setUp.saveSection(owner, { ...project, data: theirs }, now()));
  const checked = done(
    await setUp.checkRoundEligibility(publicActor, { roundId: rounds.open.id, ...eligible }, now()),
  ).checked;
  return [
    anAct('eligibility checked', 0, () =>
      all.checkRoundEligibility(publicActor, { roundId: rounds.open.id, ...eligible }, now()),
    ),
    anAct('application started from its check', 20, () => {
      const { id: organisationId, partnershipId } = pairs.rivals;
      const terms = { roundId: rounds.open.id, organisationId, partnershipId, title: 'Bread and clay' };
      return all.startApplication(rival, { ...terms, checked }, now());
    }),
    anAct('seven sections copied from earlier', 28, () =>
      all.copyEarlier(
        rival,
        {
          ...{ applicationId: blank, fromId: applications.reviewed },
          sections: [
            'delegation',
            'meetings',
            'partners',
            'sustainability',
            'budget',
            'questions',
            'counterpart',
          ],
        },
        now(),
      ),
    ),
    anAct('autosave of 2 KB beside another editor', 8, () => {
      const data = { ...longProject, focus: base.focus };
      return all.saveSection(owner, { ...project, data, base: baseOf(base) }, now());
    }),
    anAct('budget taken from a file', 4, () => all.importBudget(owner, budget, now())),
    anAct('file added', 8, () => all.addAttachment(owner, { applicationId: adding, ...file }, now())),
    anAct('file arrived', 8, () => all.settleAttachment(owner, arriving, now())),
    anAct('file opened', 0, () => all.openAttachment(owner, opened, now())),
    anAct('file removed', 12, () => all.removeAttachment(owner, removed, now())),
  ];
};
