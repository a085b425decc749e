import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import { foundOrganisation, type OrganisationTerms } from './organisation.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Organisation } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'found' | 'organisation'> };
type Output = { readonly organisation: Organisation };

/** A person founds an organisation here and is its owner. A retry finds the first one. */
export const createOrganisation =
  ({ partnerships }: Ports): UseCase<OrganisationTerms, Output, NotFound | Conflict> =>
  async (actor, terms, { idempotencyKey, receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const { personId } = actor;
    const id = deriveId(personId, 'organisation', idempotencyKey);
    const founded = foundOrganisation(terms, { id, by: personId, now: receivedAt });
    const saved = await partnerships.found(founded, { personId, at: receivedAt });
    if (saved.ok) return ok({ organisation: founded.organisation });
    const first = saved.failure.kind === 'conflict' && (await partnerships.organisation(id));
    return first ? ok({ organisation: first }) : saved;
  };
