import type { KnownPerson } from '../../shared/accounts/account.port.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { KeptForm } from '../../shared/platform/kept-form.ts';
import type { Identity } from './identity.ts';
import type { SignInPorts } from './sign-in.ts';

/** What the site as a whole stands on; areas get their use cases beside it. */
export type SitePorts = {
  /** `https://host`: links and redirects are made of it, and forms must come from it. */
  readonly publicOrigin: string;
  /** Where uploads are posted to, for the content policy. */
  readonly filesOrigin?: string | undefined;
  /** Where the identity provider ends its own session; empty for none. */
  readonly logoutUrl: string;
  /** Whether the call came through the front door, by the header that only it adds. */
  readonly cameByFrontDoor: (header: (name: string) => string | undefined) => boolean;
  /** Who holds this session's token; undefined once it has ended. */
  readonly personOfSession: (personId: string, token: string, now: Date) => Promise<KnownPerson | undefined>;
  readonly endSession: (personId: string, token: string) => Promise<void>;
  readonly signIn: SignInPorts;
  readonly identity: Identity;
  /** Keeps a form that was sent after the sign-in had ended: its token, or undefined where it is too large. */
  readonly keepForm: (form: KeptForm, now: Date) => Promise<string | undefined>;
  readonly findKeptForm: (token: string, now: Date) => Promise<KeptForm | undefined>;
  /** The present instant where the gateway gives none, which is in tests. */
  readonly clock: Clock;
  /** Seals what a browser holds for us and may not read. */
  readonly seals: {
    readonly seal: (scope: string, text: string) => string;
    /** Undefined where it was not sealed here, or under another scope. */
    readonly open: (scope: string, sealed: string) => string | undefined;
  };
  readonly newId: NewId;
  readonly log: (entry: Record<string, unknown>) => void;
};
