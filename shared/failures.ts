import type { AccountFailure } from './accounts/account.errors.ts';
import type { ApplicationFailure } from './applications/application.errors.ts';
import type { AssignmentFailure } from './assignment/assignment.errors.ts';
import type { AwardFailure } from './awards/award.errors.ts';
import type { ChapterFailure } from './chapters/chapter.errors.ts';
import type { ComplaintFailure } from './complaints/complaint.errors.ts';
import type { DiscussionFailure } from './discussions/discussion.errors.ts';
import type { IntroductionFailure } from './introductions/introduction.errors.ts';
import type { Conflict, InvalidInput, LinkExpired, NotFound, Stale, StepRefused } from './kernel/failure.ts';
import type { MessageFailure } from './messages/message.errors.ts';
import type { PartnershipFailure } from './partnerships/partnership.errors.ts';
import type { ProgramFailure } from './programs/program.errors.ts';
import type { ReviewFailure } from './reviews/review.errors.ts';
import type { RosterFailure } from './roster/roster.errors.ts';

type RequestFailure =
  | InvalidInput
  | NotFound
  | Conflict
  | Stale
  | StepRefused
  | LinkExpired
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'version-missing' }
  | { readonly kind: 'key-missing' };

/** Every area's failures. A new area joins here, and the table below then refuses to compile without it. */
export type Failure =
  | RequestFailure
  | AccountFailure
  | ProgramFailure
  | PartnershipFailure
  | ApplicationFailure
  | ReviewFailure
  | AssignmentFailure
  | AwardFailure
  | ChapterFailure
  | ComplaintFailure
  | DiscussionFailure
  | IntroductionFailure
  | MessageFailure
  | RosterFailure;

/** The one place that turns a kind of failure into HTTP; API and pages both read it. */
export const failures = {
  'invalid-input': { status: 400, title: 'Some fields need another look' },
  'key-missing': { status: 400, title: 'Send an Idempotency-Key header, so that a retry does not act twice' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'not-found': { status: 404, title: 'Nothing here for you under this address' },
  conflict: { status: 409, title: 'Someone else changed this in the same moment' },
  'already-listed': { status: 409, title: 'This pair is in the directory already' },
  'step-refused': { status: 409, title: 'This step cannot follow the present status' },
  'conflict-of-interest': { status: 409, title: 'A conflict of interest stands in the way' },
  'preferences-closed': { status: 409, title: 'Preferences are not asked for at this time' },
  'breaks-plan': { status: 409, title: 'The plan would no longer keep what it has to keep' },
  'own-proposal': { status: 409, title: 'Someone else has to certify what you proposed' },
  'own-decision': {
    status: 409,
    title: 'Whoever decided the application leaves its complaint to somebody else',
  },
  'complaints-closed': { status: 409, title: 'Complaints about this round were taken until earlier' },
  undecided: { status: 409, title: 'Some applications have no certified decision yet' },
  'certified-by-proposer': {
    status: 409,
    title: 'One and the same person has proposed and certified a decision: it needs another’s certificate',
  },
  'over-envelope': { status: 409, title: 'The certified awards are more than the round has to give' },
  'kept-from-you': {
    status: 409,
    title: 'An application you are kept from stands in the way: a colleague without a conflict can see it',
  },
  'not-due-yet': { status: 409, title: 'Awardees still have time to answer' },
  'own-assignment': { status: 409, title: 'A colleague has to assign you or take you off' },
  'reviews-read': {
    status: 409,
    title: 'Staff could have read the reviews that are in, and write none after them',
  },
  'review-closed': { status: 409, title: 'Reviews of this round were due earlier' },
  'reviews-still-due': { status: 409, title: 'Reviews of this round are still due' },
  'discussion-closed': { status: 409, title: 'The discussion of this round is not open' },
  'round-still-open': { status: 409, title: 'Submissions can still come in' },
  'form-changes': {
    status: 409,
    title: 'Applications are under way: say by newForm that the edit makes a form for later ones',
  },
  'round-frozen': { status: 409, title: 'The round has opened, so its form and rubric stay as they are' },
  'round-still-running': { status: 409, title: 'Submissions to this round still count' },
  'role-kept': {
    status: 409,
    title: 'Nobody takes their own staff role, and an organisation keeps an owner',
  },
  'invitations-spent': { status: 409, title: 'The chapter mails no more invitations today' },
  'mailed-already': { status: 409, title: 'A link is on its way already; the next can be sent later' },
  'alum-unasked': { status: 409, title: 'This alum cannot be asked just now' },
  'mail-paused': { status: 409, title: 'The next mail to them can be sent later' },
  'deletion-refused': {
    status: 409,
    title: 'Something has to be seen to before this account can go',
  },
  'merge-refused': { status: 409, title: 'These two accounts cannot become one' },
  'round-closed': { status: 409, title: 'The round had closed when this was received' },
  'round-not-open': { status: 409, title: 'The round takes no applications yet' },
  'claim-missing': { status: 409, title: 'The organisation has not claimed this partnership' },
  'paper-kept-from-you': {
    status: 409,
    title: 'A conflict of interest keeps you from entering this paper: a colleague without one can',
  },
  'claim-unverified': { status: 409, title: 'Staff have not verified the claim yet' },
  'sections-incomplete': { status: 409, title: 'Some sections are not complete' },
  'sign-off-missing': { status: 409, title: 'The authorised official has not signed the present text' },
  'text-changed': { status: 409, title: 'The text was changed since you read it' },
  'files-over-limit': { status: 409, title: 'Too many files, or together too large' },
  'file-withheld': { status: 409, title: 'The file was not found clean by a scan, so nobody can open it' },
  'application-too-long': { status: 413, title: 'The application is longer than a submission may be' },
  'nothing-chosen': { status: 409, title: 'No application fits the filter' },
  'list-changed': { status: 409, title: 'The list holds others than when it was looked at' },
  'export-unfinished': { status: 409, title: 'The export is not written yet' },
  'kept-since': {
    status: 409,
    title: 'Something keeps you by now from an application in this export: ask for another one',
  },
  'export-expired': { status: 410, title: 'The export was deleted after seven days: ask for another one' },
  'link-expired': { status: 410, title: 'This link has expired' },
  stale: { status: 412, title: 'This has changed since you read it' },
  'version-missing': { status: 428, title: 'Send an If-Match header with the version you read' },
} as const satisfies Record<Failure['kind'], { status: number; title: string }>;
