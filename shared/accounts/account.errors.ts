/** The role stays: nobody takes their own staff role, and an organisation keeps an owner. */
export type RoleKept = { readonly kind: 'role-kept'; readonly why: 'own' | 'last-owner' };

/** A link is on its way to an address already; the next may be sent from then on. */
export type MailedAlready = { readonly kind: 'mailed-already'; readonly until: string };

/** These two accounts do not become one. Staff merge other people's, never their own. */
export type MergeRefused = {
  readonly kind: 'merge-refused';
  readonly why: 'same' | 'merged-already' | 'too-many-roles' | 'own';
};

/**
 * The account stays until something is seen to: an organisation that applies would have no owner, the program no staff.
 * Staff delete another's on request, never their own there.
 */
export type DeletionRefused = {
  readonly kind: 'deletion-refused';
  readonly why: 'last-owner' | 'only-staff' | 'own';
  /** Those that would be left without an owner. */
  readonly organisationIds?: readonly string[];
};

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type AccountFailure = RoleKept | MailedAlready | MergeRefused | DeletionRefused;
