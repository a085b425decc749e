import type { Session } from './session.ts';

export type Sessions = {
  open(personId: string, tokenHash: string, expiresAt: Date): Promise<void>;
  /** Expired ones too: the table forgets them late, so the asking code looks at `expiresAt`. */
  find(personId: string, tokenHash: string): Promise<Session | undefined>;
  /** Ending one that has ended is no error. */
  end(personId: string, tokenHash: string): Promise<void>;
  /** Every device of the person's. */
  endAll(personId: string): Promise<void>;
};
