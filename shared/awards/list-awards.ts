import type { Applications } from '../applications/application.port.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import { ok } from '../kernel/result.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, leadingAsia } from '../programs/round.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';

type Ports = {
  rounds: Pick<Rounds, 'announced'>;
  decisions: Pick<Decisions, 'ofRound'>;
  applications: Pick<Applications, 'allSent'>;
};

/** One announced award, all of it public. */
export type PublicAward = Pick<
  Decision,
  'applicationId' | 'pair' | 'title' | 'theme' | 'amountCents' | 'partnershipId'
> & {
  readonly round: Bilingual;
  readonly year: number;
};

/** The awards of every announced round, newest round first. Made-up rounds are never among them. Linear in awards. */
export const listAwards =
  ({ rounds, decisions, applications }: Ports): UseCase<unknown, { items: readonly PublicAward[] }, never> =>
  async () => {
    const listed = await rounds.announced(leadingAsia);
    const announced = listed.filter(({ announcedAt, demo }) => announcedAt && !demo);
    const found = await Promise.all(
      announced.map(async (round) => {
        const [awards, awarded, accepted] = await Promise.all([
          decisions.ofRound(round.id, 'award'),
          applications.allSent(round.id, 'awarded'),
          applications.allSent(round.id, 'accepted'),
        ]);
        const standing = new Set([...awarded, ...accepted].map(({ id }) => id));
        return awards
          .filter(({ applicationId, status }) => status === 'announced' && standing.has(applicationId))
          .map(({ applicationId, pair, title, theme, amountCents, partnershipId }) => ({
            ...{ applicationId, pair, title, theme, amountCents, partnershipId },
            round: round.name,
            year: instantsOf(round).closes.getUTCFullYear(),
          }));
      }),
    );
    return ok({ items: found.flat() });
  };
