/** The pair is in the directory already, under this id: claim that one. */
export type AlreadyListed = { readonly kind: 'already-listed'; readonly partnershipId: string };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type PartnershipFailure = AlreadyListed;
