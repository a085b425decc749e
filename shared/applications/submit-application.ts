import type { Actor } from '../kernel/actor.ts';
import type { Call, UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import type { NewToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type {
  ApplicationTooLong,
  ClaimUnverified,
  RoundClosed,
  SectionsIncomplete,
  SignOffMissing,
} from './application.errors.ts';
import { receiptNumber } from './application.ts';
import { maySend } from './belonging.ts';
import type { Drafts } from './draft.port.ts';
import { factsOfDraft } from './facts-of-draft.ts';
import { scribesOf } from './paper-steps.ts';
import { takeSnapshot } from './snapshot.ts';
import type { Submissions } from './submission.port.ts';
import { type Receipt, type Submission, snapshotLimit } from './submission.ts';
import { checkSubmission, submitApplicationAs } from './submission-steps.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  submissions: Pick<Submissions, 'find' | 'submit'>;
  rounds: Pick<Rounds, 'find'>;
  directory: Pick<PartnershipDirectory, 'find' | 'organisation' | 'claimsOf'>;
  newSalt: NewToken;
};
type Failure =
  | NotFound
  | Conflict
  | StepRefused
  | RoundClosed
  | ClaimUnverified
  | SectionsIncomplete
  | SignOffMissing
  | ApplicationTooLong;
type Input = { applicationId: string };

/** A submission's receipt: its number, instant and SHA-256, and where it came on paper, when. */
export const receiptOf = ({ applicationId, no, at, sha256, paper }: Submission): Receipt => ({
  number: receiptNumber(applicationId),
  no,
  at,
  sha256,
  ...(paper && { paper }),
});

/**
 * Sends the application as it stands. What counts is when the gateway received the request, so a retry of one that
 * came in time gets the first one's receipt, also after the close.
 */
export const submitApplication = (ports: Ports): UseCase<Input, Receipt, Failure> => {
  const { drafts, submissions, rounds, directory, newSalt } = ports;

  const tryOnce = async (actor: Actor, { applicationId }: Input, { receivedAt, idempotencyKey }: Call) => {
    const draft = await drafts.find(applicationId);
    if (!draft || !maySend(actor, draft.application)) return fail({ kind: 'not-found' });
    const { application } = draft;
    const { personId } = actor;
    const key = deriveId(personId, idempotencyKey);
    const [earlier, round, organisation, claims, partnership] = await Promise.all([
      application.submission && submissions.find(applicationId, application.submission.no),
      rounds.find(application.roundId, application),
      directory.organisation(application.organisationId),
      directory.claimsOf(application.organisationId),
      directory.find(application.partnershipId),
    ]);
    const isRepeated = earlier?.by === personId && application.status === 'submitted';
    if (earlier && (earlier.key === key || isRepeated)) return ok(receiptOf(earlier));
    if (!round || !organisation || !partnership)
      throw new Error(`Application ${applicationId} lacks its round, applicant or partnership`);

    const claim = claims.find(({ partnershipId }) => partnershipId === application.partnershipId);
    const checked = checkSubmission({ draft, round, claim, at: receivedAt });
    if (!checked.ok) return checked;

    const no = (application.submission?.no ?? 0) + 1;
    const { legalName } = organisation;
    const taken = takeSnapshot({ draft, round, organisation: legalName, no, at: receivedAt, newSalt });
    const bytes = Buffer.byteLength(taken.json);
    if (bytes > snapshotLimit) return fail({ kind: 'application-too-long', bytes, limit: snapshotLimit });

    const { sha256, json: snapshot, people } = taken;
    const submission = {
      applicationId,
      no,
      at: receivedAt.toISOString(),
      by: personId,
      key,
      sha256,
      snapshot,
      ...(application.paper && { paper: { receivedOn: application.paper.receivedOn } }),
    };
    const facts = factsOfDraft({ draft, organisation: legalName, partnership });
    const stepped = submitApplicationAs(
      application,
      { ...checked.value, facts, scribes: scribesOf(draft, personId) },
      submission,
    );
    if (!stepped.ok) return stepped;
    const saved = await submissions.submit({ ...stepped.value, submission, people, space: draft.space });
    return saved.ok ? ok(receiptOf(submission)) : saved;
  };

  return async (actor, input, call) => {
    const first = await tryOnce(actor, input, call);
    // The same request may be running twice, as when an answer was lost: the second finds what the first has written.
    return !first.ok && first.failure.kind === 'conflict' ? tryOnce(actor, input, call) : first;
  };
};
