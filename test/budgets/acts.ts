import { randomUUID } from 'node:crypto';
import { publicActor } from '../../shared/kernel/actor.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { listedPartnerships } from '../../shared/reference/partnerships.ts';
import { callAt, done, inDays } from '../support/seeded/clock.ts';
import { assessment } from '../support/seeded/reviews.ts';
import { courses, termsOf } from '../support/seeded/rounds.ts';
import type { BudgetSite } from './site.ts';
import type { World } from './world.ts';

/** An act by its name in docs/access-patterns.md, the write units it may cost, and the act itself, ready to be done once. */
export type Act = {
  readonly name: string;
  readonly writes: number;
  readonly act: () => Promise<{ readonly ok: boolean }>;
};

const prose = (characters: number) =>
  'Eight people of both trades spend nine days in workshops. '.repeat(characters / 50).slice(0, characters);
/** A section of 2 KB as an autosave sends it. */
export const twoKilobytes = { title: 'Bread and clay', theme: 'sustainability', focus: '', summary: prose(1950) };

/** What an applicant does, each on an application of its own. */
const applicantActs = async ({ all, setUp, plain }: BudgetSite, world: World): Promise<Act[]> => {
  const { people, rounds, pairs, make } = world;
  const { owner } = people;
  const { organisation } = pairs;
  const now = () => callAt(new Date());
  const complete = () => make.applications.complete(owner, organisation, rounds.open, new Date());
  const sign = () => make.applications.sign(owner, organisation, rounds.open, new Date());
  const submit = () => make.applications.submit(owner, organisation, rounds.open, new Date());
  const versionOf = async (applicationId: string) =>
    (await draftStore(plain).find(applicationId))?.sections.find(({ id }) => id === 'project')?.version ?? 0;

  const [autosaved, asked, answered, unsigned] = await Promise.all([complete(), complete(), complete(), complete()]);
  const [sent, reopened, withdrawn, long] = await Promise.all([sign(), submit(), submit(), complete()]);
  const version = await versionOf(autosaved);
  const digest = await make.applications.digestOf(unsigned, rounds.open);
  const kilobytes = await lengthen(long, { owner, plain, setUp, round: rounds.open });
  const usual = await snapshotKilobytes(plain, reopened);
  return [
    {
      name: 'start an application',
      writes: 10,
      act: () => {
        const { id: organisationId, partnershipId } = organisation;
        const input = { roundId: rounds.open.id, organisationId, partnershipId, title: 'Bread and clay' };
        return all.startApplication(owner, input, now());
      },
    },
    {
      name: 'autosave a section of 2 KB',
      writes: 4,
      act: () => {
        const input = { applicationId: autosaved, sectionId: 'project', version, data: twoKilobytes } as const;
        return all.saveSection(owner, input, now());
      },
    },
    { name: 'ask for the sign-off', writes: 16, act: () => all.requestSignOff(owner, { applicationId: asked }, now()) },
    {
      name: 'sign',
      writes: 8,
      act: () => {
        const signature = { name: 'Authorised Official', agreed: true, textDigest: digest } as const;
        return all.signAsOwner(owner, { applicationId: unsigned, ...signature }, now());
      },
    },
    {
      name: 'ask the Japanese office',
      writes: 18,
      act: () => all.requestConfirmation(owner, { applicationId: answered }, now()),
    },
    {
      name: `submit (${usual} KB)`,
      writes: 2 * usual + 12,
      act: () => all.submitApplication(owner, { applicationId: sent }, now()),
    },
    {
      name: `submit a long one (${kilobytes} KB)`,
      writes: 2 * kilobytes + 12,
      act: () => all.submitApplication(owner, { applicationId: long }, now()),
    },
    { name: 'reopen', writes: 10, act: () => all.reopenApplication(owner, { applicationId: reopened }, now()) },
    { name: 'withdraw', writes: 10, act: () => all.withdrawApplication(owner, { applicationId: withdrawn }, now()) },
  ];
};
