import type { KeptForm } from './kept-form.ts';

/** Forms under a token that only their sender's browser holds: without it nobody can read them, staff included. */
export type KeptForms = {
  save(token: string, form: KeptForm, until: Date): Promise<void>;
  /** Undefined for an unknown token and from `until` on. */
  find(token: string, now: Date): Promise<KeptForm | undefined>;
};
