import type { Sight } from '../applications/sight.ts';
import type { Round } from '../programs/round.ts';
import type { Redaction } from './redaction.ts';
import type { ReviewStatus } from './review.ts';

/**
 * What a cleared reviewer is shown, and the one place that says so: pages, API and files all ask here. An open round
 * shows names; `names-hidden` never does; `hidden-until-own-review-is-in` does from the reviewer's own submission on.
 * The pair of cities can't be hidden. What staff blacked out stays black in every case.
 */
export const sightOf = (
  { blinding }: Pick<Round, 'blinding'>,
  status: ReviewStatus,
  redaction?: Redaction,
): Sight => {
  const shown =
    blinding === 'open' || (blinding === 'hidden-until-own-review-is-in' && status === 'submitted');
  return {
    people: shown,
    addresses: false,
    organisations: shown,
    files: shown ? 'all' : 'released',
    redaction,
  };
};

/** Staff read the original; people's details are asked for by an act of its own. */
export const staffSight: Sight = { people: false, addresses: false, organisations: true, files: 'all' };
