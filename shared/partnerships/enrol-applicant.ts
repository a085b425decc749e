import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ClaimChange } from './claim.ts';
import type { OrganisationChange, OrganisationTerms } from './organisation.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Claim } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'enrol' | 'organisation'> };
type Applicant = {
  /** The organisation's, derived from the request that enters it. */
  readonly id: string;
  readonly terms: OrganisationTerms;
  readonly partnershipId: string;
};
type Act = { readonly by: string; readonly now: Date };

/** An organisation that has no account here: nobody is its member, and staff have verified its claim by its paper. */
export const enrolled = (
  { id, terms: { legalName, kind, ein }, partnershipId }: Applicant,
  { by, now }: Act,
): { organisation: OrganisationChange; claim: ClaimChange } => {
  const at = now.toISOString();
  const claim: Claim = {
    partnershipId,
    organisationId: id,
    version: 1,
    status: 'verified',
    claimedBy: by,
    claimedAt: at,
    settledBy: by,
    settledAt: at,
    onPaper: true,
  };
  const event = { at, by };
  return {
    organisation: {
      organisation: { id, version: 1, legalName, kind, ...(ein && { ein }), createdAt: at },
      events: [
        {
          ...event,
          id: `${id}/organisation-created`,
          subject: `organisation#${id}`,
          type: 'organisation-created',
          data: {},
        },
      ],
    },
    claim: {
      claim,
      events: [
        {
          ...event,
          id: `${partnershipId}/${id}/claim-verified/1`,
          subject: `partnership#${partnershipId}`,
          type: 'claim-verified',
          data: { organisationId: id },
        },
      ],
    },
  };
};

/** Staff enter an applicant that is known from its paper alone. A retry of the same request finds the first. */
export const enrolApplicant =
  ({ partnerships }: Ports) =>
  async (applicant: Applicant, act: Act): Promise<Result<{ id: string }, Conflict | NotFound>> => {
    const { organisation, claim } = enrolled(applicant, act);
    const saved = await partnerships.enrol(organisation, claim);
    if (saved.ok || saved.failure.kind !== 'conflict') return saved.ok ? ok({ id: applicant.id }) : saved;
    return (await partnerships.organisation(applicant.id)) ? ok({ id: applicant.id }) : fail(saved.failure);
  };
