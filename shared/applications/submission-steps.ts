import type { Facts } from '../conflicts/facts.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Claim } from '../partnerships/partnership.ts';
import type { Round } from '../programs/round.ts';
import type {
  ClaimUnverified,
  RoundClosed,
  SectionsIncomplete,
  SignOffMissing,
} from './application.errors.ts';
import type { ApplicationChange } from './application.port.ts';
import type { Application } from './application.ts';
import { isInTime, lastInstantOf } from './application-actions.ts';
import { refuseStep, statusAfter, stepApplication } from './application-steps.ts';
import type { Draft } from './draft.ts';
import { sectionViews } from './section-state.ts';
import { budgetTotals } from './sections/budget-totals.ts';
import { typedForm } from './sections/forms.ts';
import { signOffState } from './sign-off.ts';
import { textDigest } from './snapshot.ts';
import type { Submission } from './submission.ts';

type Of = {
  readonly draft: Draft;
  readonly round: Round;
  readonly claim: Claim | undefined;
  /** When the gateway received the request. */
  readonly at: Date;
};
type Refusal = StepRefused | RoundClosed | ClaimUnverified | SectionsIncomplete | SignOffMissing;

/** What a submission puts on the application's head. */
export type Summary = Pick<
  NonNullable<Application['submission']>,
  'theme' | 'requestedCents' | 'matchCents'
> & {
  readonly title: string;
};

/** What else a submission sets, beside what is checked. */
type Beside = {
  readonly facts: Facts;
  /** Of what came on paper: everyone who has typed of it. */
  readonly scribes: readonly string[];
};

/** Whether this can be sent now. The first reason it can't: step, time, claim, what is incomplete, signature. */
export const checkSubmission = ({ draft, round, claim, at }: Of): Result<Summary, Refusal> => {
  const { application, sections, signOff } = draft;
  if (!statusAfter(application.status, 'submit'))
    return fail(refuseStep(application, 'submit', round.announcedAt !== undefined));
  if (!isInTime(application, round, at))
    return fail({
      kind: 'round-closed',
      lastInstant: lastInstantOf(application, round).toISOString(),
      receivedAt: at.toISOString(),
    });
  if (claim?.status !== 'verified') return fail({ kind: 'claim-unverified' });

  const views = sectionViews({ sections, attachments: draft.attachments, terms: round });
  const incomplete = views.filter(({ state }) => state !== 'done');
  if (incomplete.length > 0)
    return fail({
      kind: 'sections-incomplete',
      sections: incomplete.map(({ id, problems }) => ({ id, problems })),
    });
  const state = signOffState(signOff, textDigest(sections, round), at);
  if (state !== 'signed') return fail({ kind: 'sign-off-missing', state });

  const dataOf = (id: string) => views.find((view) => view.id === id)?.data ?? {};
  const project = typedForm('project', round).complete(dataOf('project'));
  // Both were checked just above.
  if (!project.ok) throw new Error('A section that is done does not read');
  const { theme, title } = project.value;
  const { requestedCents, matchCents } = budgetTotals(dataOf('budget'));
  return ok({ title, theme, requestedCents, matchCents });
};

/** The head's step, with what lists show of the submission. */
export const submitApplicationAs = (
  from: Application,
  { title, facts, scribes, ...summary }: Summary & Beside,
  { no, at, by, sha256 }: Submission,
): Result<ApplicationChange, StepRefused> =>
  stepApplication(
    from,
    'submit',
    { by, at: new Date(at) },
    {
      set: {
        title,
        facts,
        submission: { no, at, ...summary },
        ...(from.paper && { paper: { ...from.paper, scribes: [...scribes] } }),
      },
      data: { no, sha256, roundId: from.roundId, ...(from.paper && { receivedOn: from.paper.receivedOn }) },
    },
  );
