import { createHash } from 'node:crypto';
import type { Notes } from '../../platform-store.ts';

export type LocalPerson = { readonly sub: string; readonly email: string };

/** Who can sign in here: those given by name, and whoever types an address. */
export const localPeople = (known: readonly LocalPerson[], notes: Notes) => {
  const note = (sub: string) => `identity-email:${sub}`;
  return {
    bySub: (sub: string): LocalPerson | undefined => {
      const email = known.find((person) => person.sub === sub)?.email ?? notes.read(note(sub));
      return email ? { sub, email } : undefined;
    },
    /** Whether it was known; who is listed here stays, and is somebody new at the next sign-in. */
    forget: (sub: string): boolean => {
      const wasNoted = notes.read(note(sub)) !== undefined;
      notes.remove(note(sub));
      return wasNoted || known.some((person) => person.sub === sub);
    },
    /** The same address is the same person, in any case. No proof is asked: this page exists on one machine only. */
    byEmail: (given: string): LocalPerson | undefined => {
      const email = given.trim().toLowerCase();
      if (!/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email)) return undefined;
      const found = known.find((person) => person.email === email);
      if (found) return found;
      const sub = createHash('sha256').update(email).digest('hex').slice(0, 32);
      notes.write(note(sub), email);
      return { sub, email };
    },
  };
};
export type LocalPeople = ReturnType<typeof localPeople>;
