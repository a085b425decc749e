import type { OperationId } from '../../../support/api-client.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { World } from '../world.ts';
import { accountsProbes } from './accounts.ts';
import { alumniProbes } from './alumni.ts';
import { applicationsProbes } from './applications.ts';
import { assignmentProbes } from './assignment.ts';
import { attachmentsProbes } from './attachments.ts';
import { awardsProbes } from './awards.ts';
import { chaptersProbes } from './chapters.ts';
import { complaintsProbes } from './complaints.ts';
import { conflictsProbes } from './conflicts.ts';
import { discussionsProbes } from './discussions.ts';
import { draftingProbes } from './drafting.ts';
import { endorsementsProbes } from './endorsements.ts';
import { introductionsProbes } from './introductions.ts';
import { jobsProbes } from './jobs.ts';
import { matchesProbes } from './matches.ts';
import { messagesProbes } from './messages.ts';
import { partnershipsProbes } from './partnerships.ts';
import { always, type Probe } from './probe.ts';
import { programsProbes } from './programs.ts';
import { rankingProbes } from './ranking.ts';
import { reviewsProbes } from './reviews.ts';
import { rosterProbes } from './roster.ts';
import { sentProbes } from './sent.ts';

export type AllProbes = Readonly<Record<OperationId, Readonly<Record<string, Probe>>>>;

/** A real resource for every row of the matrix. */
export const probesOn = (site: SeededPlatform, world: World): AllProbes => ({
  health: { it: always({}) },
  document: { it: always({}) },
  ...accountsProbes(site)(world),
  ...alumniProbes(site)(world),
  ...programsProbes(site)(world),
  ...partnershipsProbes(site)(world),
  ...applicationsProbes(site)(world),
  ...attachmentsProbes(site)(world),
  ...endorsementsProbes(site)(world),
  ...draftingProbes(site)(world),
  ...rankingProbes(site)(world),
  ...reviewsProbes(site)(world),
  ...sentProbes(site)(world),
  ...rosterProbes(site)(world),
  ...assignmentProbes(site)(world),
  ...awardsProbes(site)(world),
  ...chaptersProbes(site)(world),
  ...complaintsProbes(site)(world),
  ...conflictsProbes(site)(world),
  ...introductionsProbes(site)(world),
  ...jobsProbes(site)(world),
  ...discussionsProbes(site)(world),
  ...matchesProbes(site)(world),
  ...messagesProbes(site)(world),
});
