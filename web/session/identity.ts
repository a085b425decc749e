import type { Language } from '../../shared/kernel/text.ts';

/** What a sign-in that is under way must remember until the provider sends the person back. */
type SignInUnderWay = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** What the provider vouches for. */
type Identified = {
  readonly subject: string;
  readonly email: string;
  readonly emailVerified: boolean;
};

/** The identity provider, by the authorization code flow with PKCE. */
export type Identity = {
  /** The provider's address to send the person to, and what to remember. */
  begin(redirectUri: string, language: Language): Promise<{ address: URL; underWay: SignInUnderWay }>;
  /** Who came back; undefined where the answer is none to what was asked, was refused, or is too old. */
  finish(callback: URL, underWay: SignInUnderWay): Promise<Identified | undefined>;
};
