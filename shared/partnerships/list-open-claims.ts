import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Cursors } from '../table/cursor.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Claim, Organisation, Partnership } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'openClaims' | 'organisations' | 'many'>; cursors: Cursors };

export type OpenClaim = {
  readonly claim: Claim;
  readonly organisation: Organisation;
  readonly partnership: Partnership;
};

/** Claims that wait for staff, oldest first. */
export const listOpenClaims =
  ({
    partnerships,
    cursors,
  }: Ports): UseCase<{ cursor?: string | undefined }, Page<OpenClaim>, NotFound | InvalidInput> =>
  async (actor, { cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const scope = `claims:${actor.personId}`;
    const position = cursor && cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });

    const page = await partnerships.openClaims(position);
    const [organisations, pairs] = await Promise.all([
      partnerships.organisations(page.items.map(({ organisationId }) => organisationId)),
      partnerships.many(page.items.map(({ partnershipId }) => partnershipId)),
    ]);
    const items = page.items.flatMap((claim) => {
      const organisation = organisations.find(({ id }) => id === claim.organisationId);
      const partnership = pairs.find(({ id }) => id === claim.partnershipId);
      return organisation && partnership ? [{ claim, organisation, partnership }] : [];
    });
    return ok({ items, ...(page.next && { next: cursors.seal(scope, page.next) }) });
  };
