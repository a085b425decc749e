import * as z from 'zod';
import type { Withdrawal, Withdrawals } from '../alumni/alum.port.ts';
import { alumNumber } from '../alumni/alum.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { matchWeights } from '../matching/match-weights.ts';
import { openMatching } from '../matching/open-matching.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { Cursors } from '../table/cursor.ts';
import { factsOfCard, hasPlace } from './alum-card.ts';
import type { AsidesKept } from './asides.port.ts';
import { partnershipFacts } from './ground.ts';
import type { MatchLists } from './match-list.port.ts';
import { type MatchEntry, type MatchList, standsBefore } from './match-list.ts';
import { type MatchSight, matchSight, type SightPorts } from './match-sight.ts';
import { type Caution, type ToldReason, wordsOf } from './match-words.ts';

type Ports = SightPorts & {
  withdrawals: Pick<Withdrawals, 'all'>;
  lists: Pick<MatchLists, 'find'>;
  asides: Pick<AsidesKept, 'find'>;
  cursors: Cursors;
};
type Input = { partnershipId: string; cursor?: string | undefined };

/** An alum as whoever may ask them sees them: by number, without a name, an address or the id of a person. */
export type AlumMatch = {
  readonly alumId: string;
  readonly number: string;
  /** In hundredths of a point. */
  readonly score: number;
  readonly servedIn: MatchEntry['alum']['servedIn'];
  readonly ways: MatchEntry['alum']['ways'];
  readonly languages: readonly string[];
  readonly reasons: readonly ToldReason[];
  readonly cautions: readonly Caution[];
  /** This partnership has asked them, and may not again before. */
  readonly askedUntil?: string | undefined;
};
export type AlumniList = {
  readonly partnership: Partnership;
  readonly as: MatchSight;
  readonly items: readonly AlumMatch[];
  /** Of those in the list, whom the partnership has put aside; for whoever coordinates it. */
  readonly aside: readonly { readonly alumId: string; readonly number: string }[];
  readonly next?: string | undefined;
};

export const matchPage = 20;

const placeSchema = z.object({ score: z.int(), alumId: z.string() });

/**
 * The alumni who fit a partnership best, best first, twenty a page, of the sixty that its list holds. Left out is who has
 * withdrawn, be it this instant; who is asked by as many as they wish; and whom the partnership has put aside. Who withdrew is
 * read before the list, and both consistently: whoever is no longer withdrawn has left the list by then.
 */
export const listAlumniFor =
  (ports: Ports): UseCase<Input, AlumniList, NotFound | InvalidInput> =>
  async (actor, { partnershipId, cursor }, { receivedAt }) => {
    const sight = await matchSight(ports, actor, partnershipId);
    if (!sight || actor.kind !== 'person') return fail({ kind: 'not-found' });
    const scope = `matches:${partnershipId}:${actor.personId}`;
    const opened = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !opened)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const after = opened ? placeSchema.parse(JSON.parse(opened)) : undefined;

    const [withdrawals, asides] = await Promise.all([
      ports.withdrawals.all(),
      sight.as === 'coordinator' ? ports.asides.find(partnershipId) : undefined,
    ]);
    const list = await ports.lists.find(partnershipId);
    const aside = new Set(asides?.alumIds);
    const standing = shownOf(list, withdrawals, receivedAt);
    const left = standing.filter(
      (entry) =>
        !aside.has(entry.alum.alumId) &&
        (!after || standsBefore(after, { score: entry.score, alumId: entry.alum.alumId })),
    );
    const page = left.slice(0, matchPage);
    const last = page.at(-1);
    return ok({
      partnership: sight.partnership,
      as: sight.as,
      items: list ? told(list, page, sight.partnership, receivedAt) : [],
      aside: standing
        .filter(({ alum }) => aside.has(alum.alumId))
        .map(({ alum: { alumId } }) => ({ alumId, number: alumNumber(alumId) })),
      ...(last &&
        left.length > page.length && {
          next: ports.cursors.seal(scope, JSON.stringify({ score: last.score, alumId: last.alum.alumId })),
        }),
    });
  };

/**
 * Who of a list may be shown at this instant: not who has withdrawn, nor who is asked by as many as they wish. Whatever is told of
 * an alum in a list goes by it, or one could tell of which of the two it is.
 */
export const shownOf = (
  list: MatchList | undefined,
  withdrawals: readonly Withdrawal[],
  now: Date,
): readonly MatchEntry[] => {
  const gone = new Set(
    withdrawals.filter(({ purposes }) => purposes.includes('matched')).map(({ alumId }) => alumId),
  );
  return (list?.entries ?? []).filter(
    (entry) =>
      !gone.has(entry.alum.alumId) &&
      (restsUntil(entry, now) !== undefined || hasPlace({ ...entry, most: entry.alum.most }, now)),
  );
};

/** Until when this partnership waits or rests; a day that has come says nothing any more. */
const restsUntil = ({ askedUntil }: MatchEntry, now: Date) =>
  askedUntil !== undefined && new Date(askedUntil) > now ? askedUntil : undefined;

/** Entries in words, by what the partnership sought when they were ranked. */
const told = (
  { sought, basis }: MatchList,
  entries: readonly MatchEntry[],
  partnership: Partnership,
  now: Date,
): readonly AlumMatch[] => {
  const facts = { ...partnershipFacts(partnership, undefined), ...sought };
  const matching = openMatching({
    alumni: entries.map(({ alum }) => factsOfCard(alum)),
    partnerships: [facts],
    // Reasons say what there is, and not how much it weighs.
    weights: matchWeights,
    year: basis.year,
  });
  const [to] = matching.partnerships;
  return entries.flatMap((entry, at): AlumMatch[] => {
    const { score, alum: card } = entry;
    const askedUntil = restsUntil(entry, now);
    const alum = matching.alumni[at];
    if (!alum || !to) return [];
    const { alumId, servedIn, ways, languages } = card;
    return [
      {
        ...{ alumId, number: alumNumber(alumId), score, servedIn, ways, languages },
        ...wordsOf(alum, to, card),
        ...(askedUntil && { askedUntil }),
      },
    ];
  });
};
