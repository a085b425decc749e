import { membership } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications, PairEntries } from './application.port.ts';
import { type Application, receiptNumber, standsSent } from './application.ts';
import { belonging } from './belonging.ts';
import { shownToApplicant } from './draft-view.ts';

type Ports = {
  applications: Pick<Applications, 'find' | 'many'>;
  pairEntries: PairEntries;
  rounds: Pick<Rounds, 'find'>;
  directory: Pick<PartnershipDirectory, 'claimsOf'>;
};

/** Another application of the reader's own people for the same partnership in the same round. */
export type OwnTwin = Pick<Application, 'id' | 'title' | 'status'> & { readonly number: string };

/** What else there is in the round for this application's partnership, as its own people may know it. */
export type SamePair = {
  /** Of any organisation the reader belongs to: drafts too, not what was withdrawn. */
  readonly own: readonly OwnTwin[];
  /**
   * How many other organisations' applications stand sent. Nothing more is told of them, and not even that to whoever
   * has not been verified as the partnership's own: it would tell a stranger who applies.
   */
  readonly sentByOthers: number;
};

/**
 * Points out a second application for one partnership, which nothing forbids. Exact: read from the table itself, so a
 * page before the button that sends knows what was sent a moment ago.
 */
export const viewSamePair =
  ({
    applications,
    pairEntries,
    rounds,
    directory,
  }: Ports): UseCase<{ applicationId: string }, SamePair, NotFound> =>
  async (actor, { applicationId }) => {
    const application = await applications.find(applicationId);
    if (!application || !belonging(actor, application)) return fail({ kind: 'not-found' });
    const { roundId, partnershipId, organisationId } = application;
    const [entries, round, claims] = await Promise.all([
      pairEntries(roundId, partnershipId),
      rounds.find(roundId),
      directory.claimsOf(organisationId),
    ]);
    if (!round) throw new Error(`Application ${applicationId} is in no round`);
    const others = entries.filter(({ id }) => id !== applicationId);
    const heads = await applications.many(others.map(({ id }) => id));
    const isOwn = (one: Application) => membership(actor, one.organisationId) !== undefined;
    const claim = claims.find((one) => one.partnershipId === partnershipId);
    return ok({
      own: heads
        .filter((one) => isOwn(one) && one.status !== 'withdrawn')
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
        .map((one) => ({
          id: one.id,
          title: one.title,
          status: shownToApplicant(one, round).status,
          number: receiptNumber(one.id),
        })),
      sentByOthers:
        claim?.status === 'verified' ? heads.filter((one) => !isOwn(one) && standsSent(one)).length : 0,
    });
  };
