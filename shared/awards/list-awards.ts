import type { Applications } from '../applications/application.port.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import { allOf } from '../kernel/page.ts';
import { ok } from '../kernel/result.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, leadingAsia } from '../programs/round.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';

type Ports = {
  rounds: Pick<Rounds, 'list'>;
  decisions: Pick<Decisions, 'ofRound'>;
  applications: Pick<Applications, 'find'>;
};

/** One announced award, all of it public. */
export type PublicAward = Pick<
  Decision,
  'applicationId' | 'pair' | 'title' | 'theme' | 'amountCents' | 'partnershipId'
> & {
  readonly round: Bilingual;
  readonly year: number;
};

const stands = new Set(['awarded', 'accepted']);

/** The awards of every announced round, newest round first. Made-up rounds are never among them. Linear in awards. */
export const listAwards =
  ({ rounds, decisions, applications }: Ports): UseCase<unknown, { items: readonly PublicAward[] }, never> =>
  async () => {
    const listed = await allOf((position) => rounds.list(leadingAsia, position));
    const announced = listed.filter(({ announcedAt, demo }) => announcedAt && !demo);
    const found = await Promise.all(
      announced.map(async (round) => {
        const awards = await decisions.ofRound(round.id, 'award');
        const heads = await Promise.all(awards.map(({ applicationId }) => applications.find(applicationId)));
        return awards
          .filter(({ status }, at) => status === 'announced' && stands.has(heads[at]?.status ?? ''))
          .map(({ applicationId, pair, title, theme, amountCents, partnershipId }) => ({
            ...{ applicationId, pair, title, theme, amountCents, partnershipId },
            round: round.name,
            year: instantsOf(round).closes.getUTCFullYear(),
          }));
      }),
    );
    return ok({ items: found.flat() });
  };
