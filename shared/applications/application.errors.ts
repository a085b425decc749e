import type { FieldProblem } from '../kernel/failure.ts';

/** Not in time: `lastInstant` was the last one that counted, `receivedAt` is when the gateway had the request. */
export type RoundClosed = {
  readonly kind: 'round-closed';
  readonly lastInstant: string;
  readonly receivedAt: string;
};

/** The round takes no applications yet. */
export type RoundNotOpen = { readonly kind: 'round-not-open'; readonly opensAt: string };

/** The organisation has not claimed the partnership, or staff refused the claim. */
export type ClaimMissing = { readonly kind: 'claim-missing' };

/** A conflict of interest keeps this person from entering the paper: a colleague without one can. */
export type PaperKeptFromYou = { readonly kind: 'paper-kept-from-you' };

/** Staff have not verified the claim yet: one may draft, and not submit. */
export type ClaimUnverified = { readonly kind: 'claim-unverified' };

/** Outsiders are not mailed at will: the next mail to this one may go at `until`. */
export type MailPaused = { readonly kind: 'mail-paused'; readonly until: string };

/** What is still wrong, by section. */
export type SectionsIncomplete = {
  readonly kind: 'sections-incomplete';
  readonly sections: readonly { readonly id: string; readonly problems: readonly FieldProblem[] }[];
};

/** The authorised official has not signed, or signed another text than the present one. */
export type SignOffMissing = { readonly kind: 'sign-off-missing'; readonly state: string };

/** The text was changed since the page was made that its reader answers. */
export type TextChanged = { readonly kind: 'text-changed' };

/** The whole application is longer than a submission may be, in bytes of its canonical JSON. */
export type ApplicationTooLong = {
  readonly kind: 'application-too-long';
  readonly bytes: number;
  readonly limit: number;
};

/** Too many files, or together too large; in bytes. */
export type FilesOverLimit = {
  readonly kind: 'files-over-limit';
  readonly files: number;
  readonly bytes: number;
};

/** The file is there and may not be opened: not scanned yet, infected, or impossible to scan. */
export type FileWithheld = {
  readonly kind: 'file-withheld';
  readonly scan: 'waiting' | 'infected' | 'unreadable';
};

/** This area's own failures; the general ones are in kernel/failure.ts. */
export type ApplicationFailure =
  | RoundClosed
  | RoundNotOpen
  | ClaimMissing
  | PaperKeptFromYou
  | ClaimUnverified
  | MailPaused
  | SectionsIncomplete
  | SignOffMissing
  | TextChanged
  | ApplicationTooLong
  | FilesOverLimit
  | FileWithheld;
