import { mayEdit } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import { pairOf } from '../partnerships/partnership.ts';
import { openAnswers, trailOf } from '../programs/eligibility-trail.ts';
import { asForm } from '../programs/form-version.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, takesSubmissions } from '../programs/round.ts';
import type { Cursors } from '../table/cursor.ts';
import type { ClaimMissing, RoundClosed, RoundNotOpen } from './application.errors.ts';
import type { Applications } from './application.port.ts';
import { startApplicationAs } from './application-steps.ts';

type Ports = {
  applications: Pick<Applications, 'save'>;
  rounds: Pick<Rounds, 'find'>;
  directory: Pick<PartnershipDirectory, 'find' | 'claimsOf'>;
  cursors: Cursors;
};
export type StartInput = {
  roundId: string;
  organisationId: string;
  partnershipId: string;
  title: string;
  /** The answers of an eligibility check made before, sealed; what was not sealed here leaves no trail. */
  checked?: string;
};

/** A draft in an open round, for a partnership that the organisation has claimed; verified it may be later. */
export const startApplication =
  ({
    applications,
    rounds,
    directory,
    cursors,
  }: Ports): UseCase<StartInput, { id: string }, NotFound | RoundClosed | RoundNotOpen | ClaimMissing> =>
  async (
    actor,
    { roundId, organisationId, partnershipId, title, checked },
    { receivedAt, idempotencyKey },
  ) => {
    if (!mayEdit(actor, organisationId)) return fail({ kind: 'not-found' });
    const [round, partnership, claims] = await Promise.all([
      rounds.find(roundId),
      directory.find(partnershipId),
      directory.claimsOf(organisationId),
    ]);
    if (round?.status !== 'published' || !partnership) return fail({ kind: 'not-found' });
    const { opens, lastInstant } = instantsOf(round);
    if (receivedAt < opens) return fail({ kind: 'round-not-open', opensAt: opens.toISOString() });
    if (!takesSubmissions(round, receivedAt))
      return fail({
        kind: 'round-closed',
        lastInstant: lastInstant.toISOString(),
        receivedAt: receivedAt.toISOString(),
      });
    const claim = claims.find((one) => one.partnershipId === partnershipId);
    if (!claim || claim.status === 'refused') return fail({ kind: 'claim-missing' });

    const id = deriveId(actor.personId, 'application', idempotencyKey);
    const started = startApplicationAs(
      {
        id,
        roundId,
        organisationId,
        partnershipId,
        pair: pairOf(partnership),
        title,
        ...(round.formVersion && { formVersion: round.formVersion }),
      },
      { by: actor.personId, at: receivedAt },
    );
    // The id is made of person and key: where it exists, this very request has made it before.
    const carried = checked && openAnswers(cursors, roundId, checked);
    const asked = carried && (await rounds.find(roundId, asForm(carried.formNo)));
    const trail = carried && asked && trailOf(asked, carried.answers, new Date(carried.at));
    await applications.save({ ...started, ...(trail && { trail }) });
    return ok({ id });
  };
