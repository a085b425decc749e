import type { KnownPerson } from '../../shared/accounts/account.port.ts';
import type { Failure } from '../../shared/failures.ts';
import type { UseCase } from '../../shared/kernel/endpoint.ts';
import type { Language } from '../../shared/kernel/text.ts';
import { splitAddress } from '../messages/language.ts';

export type SignInPorts = {
  /** The account behind a verified address: found, linked or opened. */
  readonly signIn: UseCase<
    { subject: string; email: string; language: Language },
    { personId: string },
    Failure
  >;
  /** Opens a session and returns its token with the instant it ends. */
  readonly openSession: (personId: string, now: Date) => Promise<{ token: string; endsAt: Date }>;
  readonly findPerson: (personId: string) => Promise<KnownPerson | undefined>;
};

/** Where work lies, for who came without a destination. */
export const firstPage = (person: KnownPerson | undefined): string => {
  const holds = (kind: string) => person?.actor.roles.some((role) => role.kind === kind);
  if (holds('staff')) return '/staff';
  if (holds('member')) return '/my';
  if (holds('reviewer')) return '/reviews';
  const led = person?.actor.roles.find(({ kind }) => kind === 'lead');
  return led?.kind === 'lead' ? `/chapters/${led.chapterId}` : '/my';
};

/**
 * A destination among our own pages, or undefined. Addresses that a browser could read as another host
 * (`//host`, `/\host`, tabs and line breaks in between) are none, nor are the pages of signing in and out.
 */
export const ownPath = (next: string | undefined): string | undefined => {
  // Backslashes and control characters are what browsers repair into something else.
  if (!next || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) || next.length > 1000) return undefined;
  const here = 'https://here.invalid';
  if (!URL.canParse(next, here)) return undefined;
  const url = new URL(next, here);
  if (url.origin !== here || /^\/((en|ja)\/)?sign-(in|out)(\/|$)/.test(url.pathname)) return undefined;
  // `/.//host` is ours by origin, and yet its path begins like another host's address.
  // Its language is the one of the sign-in; a destination names the page alone.
  const { path } = splitAddress(url.pathname);
  return path.startsWith('//') ? undefined : path + url.search;
};
