/** The list holds others than when it was looked at. */
export type ListChanged = { readonly kind: 'list-changed' };
/** No application fits the filter. */
export type NothingChosen = { readonly kind: 'nothing-chosen' };
/** Not written yet. */
export type ExportUnfinished = { readonly kind: 'export-unfinished' };
/** Written, and deleted since. */
export type ExportExpired = { readonly kind: 'export-expired' };
/** Something keeps this person by now from an application in it. */
export type KeptSince = { readonly kind: 'kept-since' };

export type RosterFailure = ListChanged | NothingChosen | ExportUnfinished | ExportExpired | KeptSince;
