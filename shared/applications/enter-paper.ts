import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { enrolApplicant } from '../partnerships/enrol-applicant.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import { type Partnership, pairOf } from '../partnerships/partnership.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { ClaimMissing, PaperKeptFromYou, RoundNotOpen } from './application.errors.ts';
import type { Applications } from './application.port.ts';
import type { Application } from './application.ts';
import { factsOfDraft } from './facts-of-draft.ts';
import { dayProblems, enterPaperAs, entryRefusal } from './paper-steps.ts';
import type { PaperTerms } from './paper-terms.ts';

type Ports = {
  applications: Pick<Applications, 'find' | 'save'>;
  rounds: Pick<Rounds, 'find'>;
  directory: Pick<PartnershipDirectory, 'find' | 'organisation' | 'claim'>;
  enrol: ReturnType<typeof enrolApplicant>;
  /** Whether nothing keeps this person from the application; the reviews area knows. */
  isClear: (person: Person, application: Application) => Promise<boolean>;
};
type Input = PaperTerms & { roundId: string };
type Failure =
  | NotFound
  | Conflict
  | InvalidInput
  | StepRefused
  | RoundNotOpen
  | ClaimMissing
  | PaperKeptFromYou;

type Applicant = { readonly id: string; readonly legalName: string; readonly isNew: boolean };

/** Who applies: an organisation that has claimed the partnership here, or one that is known from its paper alone. */
const applicantOf = async (
  { directory }: Pick<Ports, 'directory'>,
  { organisationId, applicant, partnershipId }: Input,
  newId: string,
): Promise<Result<Applicant, InvalidInput | ClaimMissing>> => {
  const invalid = (path: string, code: string) =>
    fail({ kind: 'invalid-input', fields: [{ path, code }] } as const);
  if (organisationId && applicant) return invalid('applicant', 'one-of-two');
  if (applicant) return ok({ id: newId, legalName: applicant.legalName, isNew: true });
  if (!organisationId) return invalid('organisationId', 'required');
  const [organisation, claim] = await Promise.all([
    directory.organisation(organisationId),
    directory.claim(partnershipId, organisationId),
  ]);
  return organisation && claim && claim.status !== 'refused'
    ? ok({ id: organisationId, legalName: organisation.legalName, isNew: false })
    : fail({ kind: 'claim-missing' });
};

/** The head as conflicts are judged from it before a word of it is typed: by its cities, its applicant's name and its members. */
const judged = (application: Application, organisation: string, partnership: Partnership): Application => ({
  ...application,
  facts: factsOfDraft({ draft: { application, sections: [], attachments: [] }, organisation, partnership }),
});

/** Staff without a conflict begin to type an application that came on paper. Nobody gets mail before it is sent. */
export const enterPaper =
  (ports: Ports): UseCase<Input, { id: string }, Failure> =>
  async (actor, input, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const { roundId, partnershipId, title } = input;
    const idFor = (what: string) => deriveId(actor.personId, what, roundId, idempotencyKey);
    const [round, partnership] = await Promise.all([
      ports.rounds.find(roundId),
      ports.directory.find(partnershipId),
    ]);
    if (!round || !partnership) return fail({ kind: 'not-found' });
    const refusal = entryRefusal(round, receivedAt);
    if (refusal) return fail(refusal);
    const fields = dayProblems(input, round, receivedAt);
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
    const applicant = await applicantOf(ports, input, idFor('paper-applicant'));
    if (!applicant.ok) return applicant;

    const { id: organisationId, legalName, isNew } = applicant.value;
    const id = idFor('paper-application');
    const head = { id, roundId, organisationId, partnershipId, pair: pairOf(partnership), title };
    const act = { by: actor.personId, at: receivedAt };
    const { formVersion } = round;
    const entered = enterPaperAs({ ...head, ...(formVersion && { formVersion }) }, input, round, act);
    if (!(await ports.isClear(actor, judged(entered.application, legalName, partnership))))
      return fail({ kind: 'paper-kept-from-you' });

    if (isNew && input.applicant) {
      const terms = { id: organisationId, terms: input.applicant, partnershipId };
      const enrolled = await ports.enrol(terms, { by: actor.personId, now: receivedAt });
      if (!enrolled.ok) return enrolled;
    }
    // The id is made of person and key: where it exists, this very request has made it before.
    const saved = await ports.applications.save(entered);
    return saved.ok || (await ports.applications.find(id)) ? ok({ id }) : saved;
  };
