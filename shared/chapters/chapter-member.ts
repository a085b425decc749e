import type { Withdrawal } from '../alumni/alum.port.ts';
import type { Offer } from '../alumni/alum.ts';
import type { Purpose } from '../alumni/consent.ts';
import type { Placement } from '../conflicts/placement.ts';

/** Where a member served, as lists tell it. Years, both included; without an end they serve still. */
export type MemberPlacement = {
  readonly role: Placement['role'];
  /** The town's name, else the words that were written, else the prefecture's name. */
  readonly name: string;
  readonly nameJa?: string | undefined;
  /** English name of the prefecture, which is its code. */
  readonly prefecture?: string | undefined;
  /** Five digits; of the city for one of its wards. */
  readonly municipality?: string | undefined;
  readonly from: number;
  readonly to?: number | undefined;
};

/** What a chapter knows of an alum who lets it see them: no address of any kind. */
export type ChapterMember = {
  readonly alumId: string;
  readonly personId: string;
  /** The registration's, from which the list was made. */
  readonly alumVersion: number;
  readonly registeredAt: string;
  readonly servedIn: readonly MemberPlacement[];
  readonly home?:
    | { readonly in: 'us'; readonly city: string; readonly state: string }
    | { readonly in: 'japan'; readonly prefecture?: string | undefined }
    | { readonly in: 'elsewhere' }
    | undefined;
  readonly ways: Offer['ways'];
  readonly consents: Readonly<Partial<Record<Purpose, boolean>>>;
};

/** Without those who have taken their consent back since the list was made, and whoever never gave it. */
export const stillSeen = (
  members: readonly ChapterMember[],
  withdrawals: readonly Withdrawal[],
): readonly ChapterMember[] => {
  const gone = new Map(
    withdrawals
      .filter(({ purposes }) => purposes.includes('chapter'))
      .map(({ personId, version }) => [personId, version]),
  );
  return members.filter(
    ({ personId, alumVersion, consents }) =>
      consents.chapter === true && (gone.get(personId) ?? 0) <= alumVersion,
  );
};
