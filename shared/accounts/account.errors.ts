/** The role stays: nobody takes their own staff role, and an organisation keeps an owner. */
export type RoleKept = { readonly kind: 'role-kept'; readonly why: 'own' | 'last-owner' };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type AccountFailure = RoleKept;
