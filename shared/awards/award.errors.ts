/** Nobody certifies their own proposal. */
export type OwnProposal = { readonly kind: 'own-proposal' };

/** Applications still without a certified decision keep the round from being announced: of those the person may see. */
export type Undecided = { readonly kind: 'undecided'; readonly count: number };

/**
 * One and the same person has proposed and certified these, under two accounts that are one today: they need another's
 * certificate. Of those the person may see.
 */
export type CertifiedByProposer = {
  readonly kind: 'certified-by-proposer';
  readonly applicationIds: readonly string[];
};

/** The awards the person may see are more, in money or in number, than the round has to give. */
export type OverEnvelope = {
  readonly kind: 'over-envelope';
  readonly awardedCents: number;
  readonly envelopeCents: number;
  readonly awards: number;
  readonly slots: number;
};

/** What stands in the way is an application the person is kept from: no figure says anything of it. */
export type KeptFromYou = { readonly kind: 'kept-from-you' };

/** Awardees still have until then to answer. */
export type NotDueYet = { readonly kind: 'not-due-yet'; readonly until: string };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type AwardFailure =
  | OwnProposal
  | Undecided
  | CertifiedByProposer
  | OverEnvelope
  | KeptFromYou
  | NotDueYet;
