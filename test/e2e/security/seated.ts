import { startEngine } from '../../support/engine.ts';
import type { Someone } from '../../support/seeded/people.ts';
import type { SeededPlatform } from '../../support/seeded-platform.ts';
import { siteOn } from '../../support/site-on-table.ts';
import type { Named } from '../../support/site-routes.ts';
import { type Committee, seatCommittee } from './committee.ts';

/**
 * The committee on an engine of its own, with the site in this very process: thousands of requests in seconds. Nothing
 * here sends mail or lets the announcement's job run.
 */
export const seatHere = async () => {
  const engine = await startEngine();
  const site = siteOn(engine);
  const people = {
    join: async (name: string, ...held: Parameters<typeof site.grant>[1][]): Promise<Someone> => {
      const { personId } = await site.join(name, ...held);
      return { personId, email: `${name}@people.example`, token: '' };
    },
    grant: async (...given: Parameters<typeof site.grant>) => void (await site.grant(...given)),
    actor: ({ personId }: Pick<Someone, 'personId'>) => site.actorOf(personId),
  };
  const platform = { settled: async () => undefined };
  // Of the platform the committee asks for no more than this.
  const committee = await seatCommittee({ table: engine, people, platform } as unknown as SeededPlatform);

  const as = async (who: keyof Committee['people']) => site.actorOf(committee.people[who].personId);
  const named = (other: string): Named => ({
    round: committee.round.id,
    application: committee.applicationId,
    review: committee.reviewOf.reviewer,
    organisation: committee.sides.austin.id,
    partnership: committee.sides.austin.partnershipId,
    other,
  });
  return { engine, ask: site.ask, committee, as, named };
};
export type Seated = Awaited<ReturnType<typeof seatHere>>;
