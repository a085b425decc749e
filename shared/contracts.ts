import { accountsApi } from './accounts/accounts.api.ts';
import { alumniApi } from './alumni/alumni.api.ts';
import { applicationsApi } from './applications/applications.api.ts';
import { attachmentsApi } from './applications/attachments.api.ts';
import { draftingApi } from './applications/drafting.api.ts';
import { sentApi } from './applications/sent.api.ts';
import { assignmentApi } from './assignment/assignment.api.ts';
import { awardsApi } from './awards/awards.api.ts';
import { chaptersApi } from './chapters/chapters.api.ts';
import { complaintsApi } from './complaints/complaints.api.ts';
import { conflictsApi } from './conflicts/conflicts.api.ts';
import { discussionsApi } from './discussions/discussions.api.ts';
import { endorsementsApi } from './endorsements/endorsements.api.ts';
import { introductionsApi } from './introductions/introductions.api.ts';
import { jobsApi } from './jobs/jobs.api.ts';
import { matchesApi } from './matches/matches.api.ts';
import { messagesApi } from './messages/messages.api.ts';
import { partnershipsApi } from './partnerships/partnerships.api.ts';
import { platformApi } from './platform/platform.api.ts';
import { programsApi } from './programs/programs.api.ts';
import { rankingApi } from './ranking/ranking.api.ts';
import { reviewsApi } from './reviews/reviews.api.ts';
import { rosterApi } from './roster/roster.api.ts';

/** Every area's contract: one function each in `functions/api/<area>.ts`, and every route the gateway has. */
export const contracts = {
  accounts: accountsApi,
  alumni: alumniApi,
  applications: applicationsApi,
  assignment: assignmentApi,
  attachments: attachmentsApi,
  awards: awardsApi,
  introductions: introductionsApi,
  jobs: jobsApi,
  discussions: discussionsApi,
  endorsements: endorsementsApi,
  drafting: draftingApi,
  chapters: chaptersApi,
  complaints: complaintsApi,
  conflicts: conflictsApi,
  matches: matchesApi,
  messages: messagesApi,
  partnerships: partnershipsApi,
  platform: platformApi,
  programs: programsApi,
  ranking: rankingApi,
  reviews: reviewsApi,
  sent: sentApi,
  roster: rosterApi,
} as const;

export type Area = keyof typeof contracts;
