/** Nobody certifies their own proposal. */
export type OwnProposal = { readonly kind: 'own-proposal' };

/** Applications still without a certified decision keep the round from being announced. */
export type Undecided = { readonly kind: 'undecided'; readonly count: number };

/** The certified awards are more, in money or in number, than the round has to give. */
export type OverEnvelope = {
  readonly kind: 'over-envelope';
  readonly awardedCents: number;
  readonly envelopeCents: number;
  readonly awards: number;
  readonly slots: number;
};

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type AwardFailure = OwnProposal | Undecided | OverEnvelope;
