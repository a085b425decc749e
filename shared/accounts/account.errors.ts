/** The role stays: nobody takes their own staff role, and an organisation keeps an owner. */
export type RoleKept = { readonly kind: 'role-kept'; readonly why: 'own' | 'last-owner' };

/** A link is on its way to an address already; the next may be sent from then on. */
export type MailedAlready = { readonly kind: 'mailed-already'; readonly until: string };

/** These two accounts do not become one. Staff merge other people's, never their own. */
export type MergeRefused = {
  readonly kind: 'merge-refused';
  readonly why: 'same' | 'merged-already' | 'too-many-roles' | 'own';
};

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type AccountFailure = RoleKept | MailedAlready | MergeRefused;
