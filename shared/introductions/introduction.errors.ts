/** Nobody, or this partnership, may ask this alum now. Why is the alum's own matter. */
export type AlumUnasked = { readonly kind: 'alum-unasked' };

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type IntroductionFailure = AlumUnasked;
