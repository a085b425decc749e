import { randomUUID } from 'node:crypto';
import type { SectionId } from '../../shared/applications/application.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import type { SectionData } from '../../shared/applications/sections/section-form.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { publicActor } from '../../shared/kernel/actor.ts';
import { ok } from '../../shared/kernel/result.ts';
import { done, inDays } from '../support/seeded/clock.ts';
import { completeSections } from '../support/seeded/complete-sections.ts';
import { type Act, anAct, now } from './act.ts';
import type { BudgetSite } from './site.ts';
import type { World } from './world.ts';

const words = (characters: number) =>
  'Eight people of both trades meet for nine days. '.repeat(99).slice(0, characters);
const title = 'Bread and clay';
/** A section of 2 KB. */
export const longProject = { ...completeSections(title).project, summary: words(1900) };

/** Every text near its limit, and a full delegation by name. */
const longSections = (): Partial<Record<SectionId, SectionData>> => ({
  project: longProject,
  outcomes: {
    indicator: 'more-active',
    objectives: Array.from({ length: 5 }, () => ({
      objective: words(400),
      measure: words(110),
      by: inDays(240).toISOString().slice(0, 10),
    })),
  },
  delegation: {
    ...completeSections(title).delegation,
    delegates: Array.from({ length: 12 }, (_, at) => ({
      name: `Delegate Number ${at + 1}`,
      role: 'Member of the market association',
      kind: 'business',
    })),
  },
  sustainability: { programming: words(1900), resources: words(900) },
});

/** What an applicant does, each on an application of its own. */
export const applicantActs = async ({ all, setUp, plain }: BudgetSite, world: World): Promise<Act[]> => {
  const { people, rounds, pairs, make } = world;
  const { owner } = people;
  const { organisation } = pairs;
  const place = [owner, organisation, rounds.open, new Date()] as const;
  const [autosaved, asking, writing, unsigned, long] = (await Promise.all(
    Array.from({ length: 5 }, () => make.applications.complete(...place)),
  )) as [string, string, string, string, string]; // As many ids as drafts.
  const [sent, reopened, withdrawn] = [
    await make.applications.sign(...place),
    await make.applications.submit(...place),
    await make.applications.submit(...place),
  ];
  for (const [sectionId, data] of Object.entries(longSections())) {
    const id = sectionId as SectionId; // `Object.entries` forgets which keys it was given.
    done(await setUp.saveSection(owner, { applicationId: long, sectionId: id, version: 1, data }, now()));
  }
  const signature = async (applicationId: string) => {
    const textDigest = await make.applications.digestOf(applicationId, rounds.open);
    return { applicationId, name: 'Authorised Official', agreed: true, textDigest } as const;
  };
  done(await setUp.signAsOwner(owner, await signature(long), now()));
  const own = await signature(unsigned);
  const version = (await draftStore(plain).find(autosaved))?.sections.find(
    ({ id }) => id === 'project',
  )?.version;

  const twicePerKilobyte = (applicationId: string) => async () => {
    const stored = submissionStore(plain);
    const [sent, named] = await Promise.all([stored.find(applicationId, 1), stored.people(applicationId, 1)]);
    const bytes = Buffer.byteLength(sent?.snapshot ?? '') + Buffer.byteLength(JSON.stringify(named));
    return 2 * Math.ceil(bytes / 1024) + 12;
  };
  const submission = (name: string, applicationId: string): Act => ({
    name,
    act: () => all.submitApplication(owner, { applicationId }, now()),
    writes: twicePerKilobyte(applicationId),
  });
  return [
    anAct('first sign-in', 12, () => {
      const email = `${randomUUID()}@city.example`;
      return all.signIn(publicActor, { subject: randomUUID(), email, language: 'en' }, now());
    }),
    anAct('session opened', 2, async () => ok(await all.openSession(owner.personId, new Date()))),
    anAct('application started', 12, () => {
      // Others than the owner: the owner's pages name whatever there is for their partnership, and are measured after this.
      const { id: organisationId, partnershipId } = pairs.rivals;
      const input = { roundId: rounds.open.id, organisationId, partnershipId, title };
      return all.startApplication(people.rival, input, now());
    }),
    anAct('autosave of a 2 KB section', 4, () => {
      const input = {
        applicationId: autosaved,
        sectionId: 'project',
        version: version ?? 0,
        data: longProject,
      } as const;
      return all.saveSection(owner, input, now());
    }),
    anAct('sign-off asked for', 16, () => all.requestSignOff(owner, { applicationId: asking }, now())),
    anAct('signed on the page', 8, () => all.signAsOwner(owner, own, now())),
    anAct('Japanese office asked', 20, () =>
      all.requestConfirmation(owner, { applicationId: writing }, now()),
    ),
    submission('submission', sent),
    submission('long submission', long),
    anAct('reopened', 10, () => all.reopenApplication(owner, { applicationId: reopened }, now())),
    anAct('withdrawn', 10, () => all.withdrawApplication(owner, { applicationId: withdrawn }, now())),
  ];
};
