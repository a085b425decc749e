import * as z from 'zod';
import type { Alumni } from '../alumni/alum.port.ts';
import { ownAlum } from '../alumni/own-alum.ts';
import type { PersonProfiles } from '../conflicts/person-profile.port.ts';
import type { Introductions } from '../introductions/introduction.port.ts';
import { idsOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { rankPartnerships } from '../matching/rank.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { Cursors } from '../table/cursor.ts';
import { cardOf, factsOfCard, isListed } from './alum-card.ts';
import { type GroundPorts, openGround } from './ground.ts';
import { matchPage } from './list-alumni-for.ts';
import { longestList } from './match-list.ts';
import { type ToldReason, wordsOf } from './match-words.ts';

type Ports = Omit<GroundPorts, 'partnerships'> & {
  partnerships: Pick<Partnerships, 'confirmed' | 'many'>;
  alumni: Pick<Alumni, 'many'>;
  profiles: Pick<PersonProfiles, 'find'>;
  introductions: Pick<Introductions, 'requestsOf'>;
  cursors: Cursors;
};

export type PartnershipMatch = {
  readonly partnership: Partnership;
  /** In hundredths of a point. */
  readonly score: number;
  readonly reasons: readonly ToldReason[];
  /** They do not wish to hear from it. */
  readonly isBlocked: boolean;
};
export type PartnershipsList = {
  readonly items: readonly PartnershipMatch[];
  /** Whether partnerships may be shown that somebody like them exists: without it nobody asks them. */
  readonly isListed: boolean;
  readonly next?: string | undefined;
};

const placeSchema = z.int().min(1).max(longestList);

/**
 * The partnerships that an alum fits best, best first, twenty a page and sixty at most, ranked from what they say of themselves
 * this instant. Linear in the partnerships.
 */
export const listPartnershipsFor =
  (ports: Ports): UseCase<{ cursor?: string | undefined }, PartnershipsList, NotFound | InvalidInput> =>
  async (actor, { cursor }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const scope = `partnerships-for:${actor.personId}`;
    const opened = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !opened)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const from = opened ? placeSchema.parse(Number(opened)) : 0;
    const alum = await ownAlum(ports.alumni, actor);
    if (!alum) return fail({ kind: 'not-found' });
    const [profile, requests, ground] = await Promise.all([
      ports.profiles.find(alum.personId),
      Promise.all(idsOf(actor).map(ports.introductions.requestsOf)),
      openGround(ports)(receivedAt),
    ]);
    const card = cardOf({ alum, profile, requests: requests.flatMap((one) => one ?? []) }, 1);
    // Whoever does not wish to be asked may still see where they would fit.
    const open = ground.matching.open({ ...factsOfCard(card), availability: 'open' });
    const ranked = rankPartnerships(ground.matching, open, longestList);
    const page = ranked.slice(from, from + matchPage);
    const partnerships = new Map(
      (await ports.partnerships.many(page.map(({ one }) => one.facts.id))).map((one) => [one.id, one]),
    );
    const end = from + page.length;
    return ok({
      items: page.flatMap(({ one, score }): PartnershipMatch[] => {
        const partnership = partnerships.get(one.facts.id);
        if (!partnership) return [];
        const { reasons } = wordsOf(open, one, card);
        return [{ partnership, score, reasons, isBlocked: card.blocked.includes(partnership.id) }];
      }),
      isListed: isListed(card),
      ...(end < ranked.length && { next: ports.cursors.seal(scope, String(end)) }),
    });
  };
