import { type Application, receiptNumber } from '../applications/application.ts';
import { type Confirmation, domainOf } from '../applications/confirmation.ts';
import type { Draft } from '../applications/draft.ts';
import type { SentOnPaper } from '../applications/paper.ts';
import { readSnapshot } from '../applications/read-snapshot.ts';
import { type Snapshot, snapshotSchema } from '../applications/snapshot.ts';
import type { Submission } from '../applications/submission.ts';
import type { Decision } from '../awards/decision.ts';
import { inLanguage, type Language } from '../kernel/text.ts';
import type { EligibilityTrail } from '../programs/eligibility-trail.ts';
import type { ExtraQuestion } from '../programs/extra-question.ts';
import type { Round } from '../programs/round.ts';
import type { ExportedApplication as ExportedReviews } from '../ranking/export-reviews.ts';
import { regionOf } from '../reference/regions.ts';
import { staffSight } from '../reviews/blinding.ts';

/** What the committee has made of it so far; absent where the reader may not know it yet. */
export type CommitteePart = {
  readonly decision?:
    | Pick<Decision, 'decision' | 'amountCents' | 'status' | 'reason' | 'waitlistRank'>
    | undefined;
  readonly reviews?: Pick<ExportedReviews, 'rank' | 'mean' | 'band' | 'reviews' | 'givenBack'> | undefined;
};

export type ExportedApplication = {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly status: Application['status'];
  readonly us: string;
  readonly state: string;
  readonly jp: string;
  readonly jpJa: string;
  readonly prefecture: string;
  readonly organisation: string;
  readonly partnershipId: string;
  readonly theme: string;
  readonly firstTime: boolean;
  readonly requestedCents: number;
  readonly matchCents: number;
  readonly submission: {
    readonly no: number;
    readonly at: string;
    readonly sha256: string;
    readonly roundVersion: number;
  };
  /** Every section as it was sent, without the persons, whom staff ask for by an act of its own. */
  readonly sections: Snapshot['sections'];
  /** The round's extra questions as they were asked, with the answers. */
  readonly questions: readonly { readonly id: string; readonly label: string; readonly answer: string }[];
  readonly attachments: Snapshot['attachments'];
  readonly signOff: { readonly title: string; readonly at: string };
  /** Where it came on paper: when. `submission.at` is when it was typed and sent. */
  readonly paper?: SentOnPaper | undefined;
  /** What was asked and answered before the application was begun, where a check was made. */
  readonly eligibilityCheck?: EligibilityTrail | undefined;
  /** As it stands now: the office may answer after the submission. Of its people nobody is named. */
  readonly confirmation?: Snapshot['confirmation'] | undefined;
  readonly outcome?: Application['outcome'] | undefined;
} & CommitteePart;

type Of = {
  readonly application: Application & { readonly submission: NonNullable<Application['submission']> };
  readonly submission: Submission;
  readonly round: Round;
  readonly firstTime: boolean;
  readonly language: Language;
  readonly committee: CommitteePart;
  readonly draft?: Pick<Draft, 'trail' | 'confirmation'> | undefined;
};

/** All that staff may read of one application, as data. Pure. */
export const exportedApplication = (of: Of): ExportedApplication => {
  const { application, submission, round, firstTime, language, committee, draft } = of;
  const { id, title, status, pair, facts, partnershipId, outcome } = application;
  const sent = readSnapshot(snapshotSchema.parse(JSON.parse(submission.snapshot)), {
    people: {},
    terms: round,
    sight: staffSight,
  });
  const { theme, requestedCents, matchCents } = application.submission;
  return {
    ...{
      number: receiptNumber(id),
      id,
      title,
      status,
      partnershipId,
      theme,
      firstTime,
      requestedCents,
      matchCents,
    },
    ...pair,
    state: facts?.us ?? '',
    prefecture: regionOf(facts?.jp ?? '')?.name ?? '',
    organisation: sent.organisation,
    submission: {
      no: submission.no,
      at: submission.at,
      sha256: submission.sha256,
      roundVersion: sent.roundVersion,
    },
    sections: sent.sections,
    questions: round.extraQuestions.map((question) => ({
      id: question.id,
      label: inLanguage(question.label, language),
      answer: answerTo(question, sent, language),
    })),
    attachments: sent.attachments,
    signOff: { title: sent.signOff.title, at: sent.signOff.at },
    paper: sent.paper,
    eligibilityCheck: draft?.trail,
    confirmation: draft?.confirmation ? confirmationOf(draft.confirmation) : sent.confirmation,
    ...(round.announcedAt && { outcome }),
    ...committee,
  };
};

const confirmationOf = ({ status, asked, answer }: Confirmation): Snapshot['confirmation'] => ({
  ...{ status, domain: domainOf(asked.email) },
  ...(answer && { answeredAt: answer.at, note: answer.note }),
});

const textOf = (value: Snapshot['sections'][keyof Snapshot['sections']][string] | undefined) =>
  typeof value === 'string' ? value : '';

/** A choice is kept by its option's id; several, one after the other. A file is told by its name. */
const answerTo = (question: ExtraQuestion, { sections, attachments }: Snapshot, language: Language) => {
  if (question.kind === 'file')
    return attachments
      .filter(({ questionId }) => questionId === question.id)
      .map(({ name }) => name)
      .join('; ');
  const given = textOf(sections.questions?.[question.id]);
  if (!('options' in question)) return given;
  const chosen = question.options.filter(({ id }) => given.split(/[\s,;]+/).includes(id));
  return chosen.length > 0 ? chosen.map(({ label }) => inLanguage(label, language)).join('; ') : given;
};
