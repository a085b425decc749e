import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { shownTitle } from '../applications/read-snapshot.ts';
import type { FormTerms } from '../applications/sections/forms.ts';
import type { Submissions } from '../applications/submission.port.ts';
import type { People, Submission } from '../applications/submission.ts';
import { type ToldFinding, toldFindings } from '../conflicts/told-finding.ts';
import type { AnswerBeside } from '../endorsements/answer-beside.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Round, Rubric } from '../programs/round.ts';
import { weightedHundredths } from '../ranking/weighted-score.ts';
import type { Assessment } from './assessment.ts';
import { sightOf } from './blinding.ts';
import type { ConflictKind } from './conflict.ts';
import type { Flags } from './flag.port.ts';
import type { Flag } from './flag.ts';
import { type OfficeAnswer, officeAnswer } from './office-answer.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import { type ReadableApplication, readableApplication } from './readable-application.ts';
import type { Redactions } from './redaction.port.ts';
import type { Redaction } from './redaction.ts';
import type { Reviews } from './review.port.ts';
import {
  applicationIdOf,
  countedAssessment,
  type Review,
  type ReviewDraft,
  type ReviewFile,
  type ReviewSubmission,
} from './review.ts';
import { type ReviewRound, reviewRound } from './review-round.ts';
import { reviewerLetters } from './reviewer-letters.ts';
import type { StandingReviews } from './set-aside.ts';
import { applicationReviews, type StandingReviewsPorts } from './standing-reviews.ts';

type Ports = OwnReviewPorts &
  StandingReviewsPorts & {
    reviews: Pick<Reviews, 'find' | 'ofApplication'>;
    applications: Pick<Applications, 'find' | 'ofOrganisation'>;
    submissions: Pick<Submissions, 'find' | 'people'>;
    redactions: Pick<Redactions, 'find'>;
    flags: Pick<Flags, 'ofReview'>;
    answerBeside: AnswerBeside;
  };

/** Another reviewer's submitted review: a letter stands for who wrote it, and the letter is this application's alone. */
export type OtherReview = {
  readonly label: string;
  /** Weighted mean in points. */
  readonly score: number;
  readonly assessment: Assessment;
};

/** What is open once no conflict is declared. */
export type ReviewContent = {
  readonly rubric: Rubric;
  /** What of the round the application's form depended on. */
  readonly terms: FormTerms;
  readonly title: string;
  /** Absent where the applicant has withdrawn. */
  readonly application?: ReadableApplication | undefined;
  /** What the Japanese office has answered by now, which may be later than what was sent. */
  readonly officeAnswer?: OfficeAnswer | undefined;
  readonly draft?: ReviewDraft | undefined;
  readonly submission?: ReviewSubmission | undefined;
  /** What this reviewer told staff, and what they answered. */
  readonly flags: readonly Flag[];
  /** Empty until the reviewer's own is submitted; without those set aside. */
  readonly others: readonly OtherReview[];
};

export type ReviewView = Pick<
  Review,
  'id' | 'version' | 'status' | 'declaredAt' | 'conflictReason' | 'declineReason'
> & {
  /** Left out with a conflict: then not even this is shown, as in the queue. */
  readonly pair?: Review['pair'] | undefined;
  readonly round: ReviewRound;
  readonly conflict?: ConflictKind | undefined;
  /** What was computed, as far as it is the reviewer's to know; what staff have let go too. */
  readonly found: readonly ToldFinding[];
  readonly withdrawn: boolean;
  readonly content?: ReviewContent | undefined;
};

/**
 * A review as its reviewer may see it. Until no conflict is declared: the pair, the round and when it is due, and nothing
 * else. Others' reviews only after their own is submitted; outcomes never.
 */
export const viewReview = (ports: Ports): UseCase<{ reviewId: string }, ReviewView, NotFound> => {
  const own = ownReview(ports);
  return async (actor, { reviewId }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const applicationId = applicationIdOf(reviewId);
    const stored = ports.reviews.ofApplication(applicationId);
    // Side by side with the check and dropped where it fails: four waits instead of seven.
    const [found, sent, files, redaction, flags, setAside, beside] = await Promise.all([
      own(actor, reviewId),
      sentOf(ports, applicationId),
      stored,
      ports.redactions.find(applicationId),
      ports.flags.ofReview(applicationId, reviewId),
      setAsideFor(ports, reviewId, stored),
      ports.answerBeside(applicationId),
    ]);
    if (!found.ok) return found;
    const { file, round, conflict, cleared, findings } = found.value;
    const { id, version, status, pair, declaredAt, conflictReason, declineReason } = file.review;
    // Once they are out of it, nothing more is told of what in themselves would meet it.
    const told = status === 'declined' ? undefined : conflict;
    const seen = {
      id,
      version,
      status,
      pair: told ? undefined : pair,
      declaredAt,
      conflictReason,
      declineReason,
      conflict: told,
      found: status === 'declined' || status === 'conflicted' ? [] : toldFindings(findings),
      round: reviewRound(round),
    };
    if (!cleared || !sent) return ok({ ...seen, withdrawn: false });
    const withdrawn = sent.application.status === 'withdrawn';
    const content: ReviewContent = {
      rubric: round.rubric,
      terms: termsOf(round),
      title: shownTitle(sent.application.title, redaction),
      ...(!withdrawn && { application: readFor({ round, status }, sent, redaction) }),
      ...(!withdrawn &&
        beside && {
          officeAnswer: officeAnswer(
            beside,
            sent.application.partnershipId,
            sightOf(round, status, redaction),
          ),
        }),
      draft: file.draft,
      submission: file.submission,
      flags: flags.toSorted((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1)),
      others:
        file.review.status === 'submitted'
          ? othersOf(files, { own: file.review, setAside, rubric: round.rubric })
          : [],
    };
    return ok({ ...seen, withdrawn, content });
  };
};

/** None are asked for until the reviewer's own is in: nothing of others' is shown before. */
const setAsideFor = async (ports: Ports, reviewId: string, stored: Promise<readonly ReviewFile[]>) => {
  const isIn = (await stored).some(({ review }) => review.id === reviewId && review.status === 'submitted');
  return isIn ? (await applicationReviews(ports)(stored)).setAside : [];
};

const termsOf = ({
  opens,
  themes,
  maximumAwardCents,
  matchPercent,
  extraQuestions,
  eligibility,
}: Round): FormTerms => ({ opens, themes, maximumAwardCents, matchPercent, extraQuestions, eligibility });

type Sent = { readonly application: Application; readonly submission: Submission; readonly people: People };

const sentOf = async (
  { applications, submissions }: Ports,
  applicationId: string,
): Promise<Sent | undefined> => {
  const application = await applications.find(applicationId);
  const no = application?.submission?.no;
  if (!application || !no) return undefined;
  const [submission, people] = await Promise.all([
    submissions.find(applicationId, no),
    submissions.people(applicationId, no),
  ]);
  return submission && { application, submission, people };
};

const readFor = (
  { round, status }: { round: Round; status: Review['status'] },
  { submission, people }: Sent,
  redaction: Redaction | undefined,
): ReadableApplication => readableApplication(submission, round, sightOf(round, status, redaction), people);

type Among = { readonly own: Review; readonly rubric: Rubric } & Pick<StandingReviews, 'setAside'>;

const othersOf = (files: readonly ReviewFile[], { own, setAside, rubric }: Among): OtherReview[] => {
  const letters = reviewerLetters(files);
  const left = new Set([own.id, ...setAside.map(({ review }) => review.id)]);
  return files
    .filter(({ review }) => !left.has(review.id))
    .flatMap((file): OtherReview[] => {
      const assessment = countedAssessment(file);
      const score = assessment && (weightedHundredths(rubric, assessment.scores) ?? 0) / 100;
      return assessment && score !== undefined
        ? [{ label: letters.get(file.review.id) ?? '', score, assessment }]
        : [];
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1));
};
