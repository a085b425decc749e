import type { Place } from './picture-places.ts';

/** Who opens a page: nobody in particular, a demo person by name, or whoever holds a mailed link. */
export type Opener =
  | 'anyone'
  | 'applicant-austin'
  | 'applicant-sebastopol'
  | 'applicant-lakeland'
  | 'alum-new'
  | 'alum-3'
  | 'lead-florida'
  | 'reviewer-1'
  | 'reviewer-2'
  | 'reviewer-3'
  | 'staff'
  | 'official'
  | 'counterpart'
  | 'invited';

export type PicturePage = {
  /** The picture's name, before width and language. */
  readonly name: string;
  readonly by: Opener;
  /** The address without language; `{open}` is filled from the places. */
  readonly path: string | `${string}{${Place}}${string}`;
  /** One line for the index. */
  readonly shows: string;
  /** What is pressed before the picture is taken. */
  readonly press?: string;
  readonly dark?: true;
};

const page = (
  by: Opener,
  name: string,
  path: PicturePage['path'],
  shows: string,
  more: Pick<PicturePage, 'press' | 'dark'> = {},
): PicturePage => ({ name, by, path, shows, ...more });

const draft = (section: string, shows: string, more?: Pick<PicturePage, 'press' | 'dark'>) =>
  page('applicant-austin', `application-${section}`, `/applications/{draft}/${section}`, shows, more);
const ready = (step: string, shows: string) =>
  page('applicant-sebastopol', `application-${step}`, `/applications/{ready}/${step}`, shows);
const sent = (step: string, shows: string) =>
  page('applicant-lakeland', `application-${step}`, `/applications/{sent}/${step}`, shows);
const inReview = (name: string, shows: string, more?: Pick<PicturePage, 'press' | 'dark'>) =>
  page('staff', `staff-${name}`, `/staff/rounds/{review}/${name}`, shows, more);

/** Every page worth seeing, in the order of the index. */
export const picturePages: readonly PicturePage[] = [
  page('anyone', 'home', '/', 'the first page: the open round, three clocks, the map', { dark: true }),
  page('anyone', 'rounds', '/rounds', 'the rounds there are'),
  page('anyone', 'round', '/rounds/{open}', 'a call: dates, terms, rubric'),
  page('anyone', 'round-check', '/rounds/{open}/eligibility', 'may my organisation apply?'),
  page('anyone', 'round-questions', '/rounds/{open}/questions', 'questions and answers of a round'),
  page('anyone', 'ask', '/ask', 'ask staff'),
  page('anyone', 'partnerships', '/partnerships', 'the directory of 440 partnerships'),
  page('anyone', 'partnerships-found', '/partnerships?state=WA', 'the directory, one state'),
  page('anyone', 'partnership', '/partnerships/tacoma-wa-kitakyushu', 'one partnership'),
  page('anyone', 'awards', '/awards', 'the recipients of 2011 and 2012, and what was announced since'),
  page('anyone', 'privacy', '/privacy', 'privacy'),
  page('anyone', 'accessibility', '/accessibility', 'accessibility'),
  page('anyone', 'components', '/components', 'every component', { dark: true }),
  page('anyone', 'not-found', '/nothing-here', 'no such page'),

  page('applicant-austin', 'my', '/my', 'an applicant’s first page: what is due'),
  page('applicant-austin', 'account', '/account', 'name, language, sessions, roles'),
  page('applicant-austin', 'organisation', '/organisations/{organisation}', 'members and claims'),
  page('applicant-austin', 'organisation-new', '/organisations/new', 'a new organisation'),
  page('applicant-austin', 'partnership-new', '/partnerships/new', 'a pair the directory lacks'),
  page(
    'applicant-austin',
    'partnership-claim',
    '/partnerships/sebastopol-ca-takeo/claim',
    'claim a partnership',
  ),
  page('applicant-austin', 'application-new', '/applications/new', 'start an application'),
  page('applicant-austin', 'application', '/applications/{draft}', 'the task list', { dark: true }),
  draft('eligibility', 'section 1'),
  draft('project', 'section 2'),
  draft('outcomes', 'section 3'),
  draft('delegation', 'section 4'),
  draft('meetings', 'section 5, empty'),
  draft('partners', 'section 6, empty'),
  draft('sustainability', 'section 7'),
  page('applicant-sebastopol', 'application-budget', '/applications/{ready}/budget', 'section 8, filled'),
  page(
    'applicant-austin',
    'application-error',
    '/applications/{draft}/counterpart',
    'what is missing, linked',
    {
      press: 'main .go[value=continue]',
    },
  ),
  draft('attachments', 'section 9'),
  page('applicant-austin', 'application-file', '/applications/{draft}/files/new', 'a file to upload'),
  draft('questions', 'section 10: the round’s own questions'),
  draft('counterpart', 'section 11'),
  draft('declaration', 'section 12'),
  draft('check', 'what is still missing'),
  ready('sign-off', 'asking the authorised official'),
  ready('confirmation', 'asking the Japanese office'),
  page('applicant-sebastopol', 'application-check-ready', '/applications/{ready}/check', 'check answers'),
  ready('conflicts', 'whom the applicant asks to keep from reviewing'),
  ready('withdraw', 'before withdrawing'),
  page('applicant-lakeland', 'application-sent', '/applications/{sent}', 'an application after it was sent'),
  sent('receipt', 'the receipt with its digest'),
  sent('submitted', 'what was sent'),
  sent('print', 'for the printer'),
  sent('history', 'what happened and when'),
  sent('reopen', 'before taking it back'),
  page('applicant-austin', 'outcome', '/applications/{awarded}/outcome', 'an award, to accept or decline'),

  page('official', 'sign-off', '{signOffLink}', 'the authorised official reads and signs', {
    press: 'main .go',
  }),
  page('counterpart', 'confirm-opening', '{confirmLink}', 'what a mailed link leads to'),
  page('counterpart', 'confirm', '{confirmLink}', 'the Japanese office’s letter and answer', {
    press: 'main .go',
    dark: true,
  }),
  page('counterpart', 'confirm-sheet', '/confirm/sheet', '照会・回答書, for the printer'),
  page('invited', 'invitation', '{invitationLink}', 'an invitation to review'),

  page('reviewer-2', 'reviews', '/reviews', 'a reviewer’s queue'),
  page('reviewer-1', 'person-profile', '/reviews/profile', 'what conflicts are computed from'),
  page('reviewer-2', 'preferences', '/reviews/preferences', 'the rounds one is asked about'),
  page(
    'reviewer-2',
    'preferences-round',
    '/reviews/rounds/{planning}/preferences',
    'want, willing, rather not',
  ),
  page('reviewer-2', 'review-conflict', '/reviews/{undeclared}', 'the conflict notice comes first'),
  page('reviewer-3', 'review', '/reviews/{scoring}', 'text and anchored scores'),
  page('reviewer-2', 'review-decline', '/reviews/{undeclared}/decline', 'giving a review back'),
  page('reviewer-1', 'review-revisions', '/reviews/{reviewed}/revisions', 'what was submitted so far'),
  page('reviewer-1', 'review-submitted', '/reviews/{reviewed}', 'a submitted review'),
  page(
    'reviewer-1',
    'review-discussion',
    '/reviews/{discussed}/discussion',
    'the discussion among reviewers',
  ),
  page('reviewer-1', 'review-notes', '/reviews/{discussed}/notes', 'the meeting’s notes, by the lead'),
  page('reviewer-1', 'review-rescore', '/reviews/{discussed}/rescore', 'changing a review, with a reason'),
  page('reviewer-1', 'review-agenda', '/reviews/{discussed}/agenda', 'one’s own agenda of the meeting'),

  page('staff', 'staff', '/staff', 'what needs a person today'),
  page('staff', 'staff-rounds', '/staff/rounds', 'every round'),
  page('staff', 'staff-round-new', '/staff/rounds/new', 'a new round'),
  page(
    'staff',
    'staff-round',
    '/staff/rounds/{open}',
    'an open round: its rubric is frozen, a changed form is for later applications',
  ),
  page('staff', 'staff-round-preview', '/staff/rounds/{open}/preview', 'the form as an applicant reads it'),
  page('staff', 'staff-round-extend', '/staff/rounds/{open}/extend', 'a later close, with who is told'),
  page(
    'staff',
    'staff-papers',
    '/staff/rounds/{open}/papers?q=oita',
    'what came on paper, and whose one more is',
  ),
  page(
    'staff',
    'staff-paper-new',
    '/staff/rounds/{open}/papers/new?partnership=austin-tx-oita',
    'when a paper came, and from whom',
  ),
  page('staff', 'staff-round-cancel', '/staff/rounds/{open}/cancel', 'the end of a round, with who is told'),
  page('staff', 'staff-round-publish', '/staff/rounds/{planned}/publish', 'before publishing a round'),
  inReview('applications', 'a round’s applications'),
  page('staff', 'staff-roster', '/staff/lists/{review}', 'search, filters and columns of a round'),
  page('staff', 'staff-exports', '/staff/lists/{review}/exports', 'an export of what is filtered'),
  page('staff', 'staff-mailing-new', '/staff/lists/{review}/mailings/new', 'mail to what is filtered'),
  inReview('conflicts', 'conflicts of interest, computed, and what waits for a person'),
  inReview('assignments', 'who reviews what'),
  page(
    'staff',
    'staff-plan-settings',
    '/staff/rounds/{planning}/assignments/plan',
    'what a plan has to keep',
  ),
  page('staff', 'staff-plan', '/staff/rounds/{planning}/assignments/plans/{plan}', 'a plan with its proof'),
  inReview('progress', 'who has done what, and what reviewers ask'),
  inReview('scores', 'ranking, spread, reviewers', { dark: true }),
  page(
    'staff',
    'staff-sensitivity',
    '/staff/rounds/{review}/scores/sensitivity',
    'would another count change it?',
  ),
  inReview('discussion', 'every discussion of a round'),
  inReview('agenda', 'the meeting, and who leaves the room'),
  inReview('portfolio', 'the best awards under envelope and floors'),
  inReview('decisions', 'decisions of a round'),
  inReview('letters', 'the committee’s letters'),
  page('staff', 'staff-letter', '/staff/rounds/{review}/letters/award', 'a letter in both languages'),
  page(
    'staff',
    'staff-letter-preview',
    '/staff/rounds/{review}/letters/preview',
    'each letter as it would go',
  ),
  page('staff', 'staff-waitlist', '/staff/rounds/{announced}/waitlist', 'who waits, and what became free'),
  page('staff', 'staff-answer', '/staff/applications/{awarded}/answer', 'an answer as staff record it'),
  page('staff', 'staff-application', '/staff/applications/{inReview}', 'an application as staff read it'),
  page('staff', 'staff-redaction', '/staff/applications/{inReview}/redaction', 'what reviewers read'),
  page(
    'staff',
    'staff-discussion-one',
    '/staff/applications/{inReview}/discussion',
    'one discussion, for staff',
  ),
  page(
    'staff',
    'staff-feedback',
    '/staff/applications/{inReview}/feedback',
    'approving words for the applicant',
  ),
  page('staff', 'staff-decision', '/staff/applications/{inReview}/decision', 'proposing a decision'),
  page('staff', 'staff-outbox', '/staff/outbox', 'letters that wait for a person'),
  page('staff', 'staff-people', '/staff/people', 'staff and invitations'),
  page('staff', 'staff-reviewers', '/staff/people?round={review}', 'a round’s reviewers'),
  page('staff', 'staff-questions', '/staff/questions', 'questions that wait'),
  page('staff', 'staff-question', '/staff/questions/{question}', 'answering one'),
  page('staff', 'staff-claims', '/staff/claims', 'claims that wait'),
  page('alum-new', 'alum-register', '/alumni/me', 'an alum’s registration, four short pages'),
  page('alum-new', 'alum-served', '/alumni/me/served', 'where an alum served'),
  page('alum-new', 'alum-home', '/alumni/me/home', 'what an alum is called, and where they live'),
  page('alum-new', 'alum-offer', '/alumni/me/offer', 'what an alum brings'),
  page('alum-new', 'alum-consents', '/alumni/me/consents', 'each consent by itself'),
  page('alum-3', 'alum-me', '/alumni/me', 'a registration that stands'),
  page('alum-3', 'alum-served-filled', '/alumni/me/served', 'a placement in Imabari'),
  page('anyone', 'alumni', '/alumni', 'how alumni and partnerships meet, chapters and counts'),
  page('alum-3', 'alum-partnerships', '/alumni/partnerships', 'where an alum fits best'),
  page('alum-3', 'alum-introductions', '/alumni/introductions', 'what partnerships ask of an alum'),
  page('lead-florida', 'chapter', '/chapters/jetaa-florida', 'a chapter’s members, for its leads'),
  page(
    'lead-florida',
    'chapter-invitations',
    '/chapters/jetaa-florida/invitations',
    'asking others to register',
  ),
  page(
    'lead-florida',
    'chapter-offer',
    '/chapters/jetaa-florida/offer?alum={member}',
    'offering one of the members an introduction, with who gets mail',
  ),
  page('applicant-austin', 'workspace', '/workspace/austin-tx-oita', 'introductions of a partnership'),
  page('applicant-austin', 'workspace-alumni', '/workspace/austin-tx-oita/alumni', 'who fits a partnership'),
  page('staff', 'staff-matching', '/alumni/matching', 'what matching goes by, and plans'),
  page(
    'staff',
    'staff-score',
    '/alumni/matching/score?partnership=austin-tx-oita&alum={matched}',
    'how the score of a pair comes about',
    { dark: true },
  ),
];
