/** Complaints about this round were taken until then. */
export type ComplaintsClosed = {
  readonly kind: 'complaints-closed';
  readonly until: string;
  readonly receivedAt: string;
};

/** Whoever decided the application reads the complaint and leaves it to somebody else. */
export type OwnDecision = { readonly kind: 'own-decision' };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type ComplaintFailure = ComplaintsClosed | OwnDecision;
