import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { Cursors } from '../table/cursor.ts';
import type { Band } from './bands.ts';
import {
  type ExportedReview,
  exportedReviews,
  type GivenBack,
  givenBackIn,
  type Revisions,
  revisedIn,
} from './exported-review.ts';
import { toNumber } from './rational.ts';
import { describe, type ScoredApplication } from './score-round.ts';
import { type SeenRound, type SeenRoundPorts, seenRound } from './seen-round.ts';

export type ExportedApplication = ScoredApplication & {
  readonly rank?: number | undefined;
  readonly tied: boolean;
  readonly mean?: number | undefined;
  readonly band?: Band | undefined;
  readonly reviews: readonly ExportedReview[];
  readonly givenBack: readonly GivenBack[];
};

type Ports = SeenRoundPorts & {
  reviews: Pick<Reviews, 'ofRound' | 'allOfReviewer' | 'ofApplication' | 'revisionsOf'>;
  cursors: Cursors;
};
type Page = { readonly items: readonly ExportedApplication[]; readonly next?: string | undefined };

/** Applications a page reads at most, and the size in characters at which it ends early: an answer may have 6 MB. */
const pageLimits = { applications: 25, characters: 1_500_000 };

/** Every criterion of every submitted review of a round with its words, by receipt number, for staff; page by page. */
export const exportReviews =
  (ports: Ports): UseCase<{ roundId: string; cursor?: string | undefined }, Page, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor }) => {
    const found = await seenRound(ports)(actor, roundId);
    if (!found.ok) return found;
    const scope = `export:${roundId}:${actor.kind === 'person' ? actor.personId : ''}`;
    const position = cursor === undefined ? '' : ports.cursors.open(scope, cursor);
    if (position === undefined)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const from = position === '' ? 0 : found.value.applications.findIndex(({ id }) => id === position) + 1;
    const read = await exportedOf(
      ports,
      found.value,
      found.value.applications.slice(from, from + pageLimits.applications),
    );
    const items = asLongAs(read, pageLimits.characters);
    const last = items.at(-1);
    const more = from + items.length < found.value.applications.length;
    return ok({ items, ...(more && last && { next: ports.cursors.seal(scope, last.id) }) });
  };

/** The first ones that fit, and always one. */
const asLongAs = (items: readonly ExportedApplication[], characters: number) => {
  let size = 0;
  return items.filter((item, at) => {
    size += JSON.stringify(item).length;
    return at === 0 || size <= characters;
  });
};

/** How many applications one file of a download holds: a thousand with three reviews each are three files. */
export const perDownload = 400;

export type RoundExport = Pick<SeenRound, 'round' | 'names'> & {
  readonly items: readonly ExportedApplication[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
};

/** One file's worth of the same, for a person to save. */
export const exportPart =
  (ports: Omit<Ports, 'cursors'>): UseCase<{ roundId: string; part: number }, RoundExport, NotFound> =>
  async (actor, { roundId, part }) => {
    const found = await seenRound(ports)(actor, roundId);
    if (!found.ok) return found;
    const { round, names, applications } = found.value;
    const parts = Math.max(1, Math.ceil(applications.length / perDownload));
    if (part < 1 || part > parts) return fail({ kind: 'not-found' });
    const wanted = applications.slice((part - 1) * perDownload, part * perDownload);
    const items = await exportedOf(ports, found.value, wanted);
    return ok({ round, names, items, part, parts });
  };

/** So many applications' words side by side, so that a part ends well within a request. */
const atOnce = 25;

const none: Revisions = new Map();

/** The words about some of a round's applications, of those the seen round has. */
export const exportedOf = async (
  { reviews }: Pick<Ports, 'reviews'>,
  seen: SeenRound,
  wanted: SeenRound['applications'],
): Promise<readonly ExportedApplication[]> => {
  const standings = new Map(seen.ranked.standings.map((one) => [one.applicationId, one]));
  const revised = revisedIn(seen);
  const items: ExportedApplication[] = [];
  for (let at = 0; at < wanted.length; at += atOnce) {
    const some = wanted.slice(at, at + atOnce);
    const read = await Promise.all(
      some.map(({ id }) =>
        Promise.all([reviews.ofApplication(id), revised.has(id) ? reviews.revisionsOf(id) : none]),
      ),
    );
    for (const [index, application] of some.entries()) {
      const [files, revisions] = read[index] ?? [[], none];
      const standing = standings.get(application.id);
      items.push({
        ...describe(application),
        rank: standing?.rank,
        tied: standing?.tied ?? false,
        mean: standing && toNumber(standing.mean),
        band: seen.bands.get(application.id),
        reviews: exportedReviews({ files, revisions, standing }, seen),
        givenBack: givenBackIn(files, seen),
      });
    }
  }
  return items;
};
