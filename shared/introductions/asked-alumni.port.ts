import type { Availability } from '../matching/match-facts.ts';

type Consent = { readonly given: boolean };

/** What asking an alum goes by. */
export type AskedAlum = {
  /** The id that was asked for, be it of an account that became part of another. */
  readonly personId: string;
  readonly alumId: string;
  readonly availability: Availability;
  /** The most requests they wish to have open at once. */
  readonly most: number;
  readonly chapter?: string | undefined;
  readonly consents: Readonly<Record<'matched' | 'chapter' | 'mail', Consent>>;
};

/** What introductions ask of alumni's registrations. */
export type AskedAlumni = {
  /** Whose an alum's id is; undefined for one that nobody has. */
  personOf(alumId: string): Promise<string | undefined>;
  /** The registration that counts of whoever has this id now. Consistent. */
  find(personId: string): Promise<AskedAlum | undefined>;
  /** In no order; who has not registered is left out. Consistent. */
  many(personIds: readonly string[]): Promise<readonly AskedAlum[]>;
};
