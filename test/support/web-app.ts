import { randomUUID } from 'node:crypto';
import type { KnownPerson } from '../../shared/accounts/account.port.ts';
import type { Role } from '../../shared/kernel/actor.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { KeptForm } from '../../shared/platform/kept-form.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { createApp } from '../../web/app.tsx';
import type { SitePorts } from '../../web/session/site-ports.ts';
import { type AreaUseCases, areasOf } from './every-area.ts';

export const origin = 'http://shimai.test';
export const noon = new Date('2027-01-04T12:00:00.000Z');

/** A person with an account, as the site sees one who is signed in. */
export const aPerson = (personId: string, ...roles: Role[]): KnownPerson => ({
  account: {
    id: personId,
    version: 1,
    email: `${personId}@example.org`,
    name: '',
    language: 'en',
    createdAt: '2027-01-01T00:00:00.000Z',
  },
  actor: { kind: 'person', personId, roles },
});

const token = 'token-of-a-session-that-is-open';
const cookieOf = (person: KnownPerson) => `session=${person.account.id}.${token}`;

/** Everything under the site replaced by fakes; `over` puts single ports back. */
export const fakeSite = (people: readonly KnownPerson[] = [], over: Partial<SitePorts> = {}) => {
  const logged: Record<string, unknown>[] = [];
  const ended: string[] = [];
  const kept = new Map<string, KeptForm>();
  const ports: SitePorts = {
    publicOrigin: origin,
    logoutUrl: '',
    cameByFrontDoor: () => true,
    personOfSession: async (personId, given) =>
      given === token ? people.find(({ account }) => account.id === personId) : undefined,
    endSession: async (personId) => {
      ended.push(personId);
    },
    signIn: {
      signIn: async (_actor, { subject }) => ok({ personId: subject }),
      openSession: async (_personId, now) => ({ token, endsAt: new Date(now.getTime() + 86_400_000) }),
      findPerson: async (personId) => people.find(({ account }) => account.id === personId),
    },
    identity: {
      begin: async (redirectUri) => ({
        address: new URL(`https://identity.test/authorize?redirect_uri=${encodeURIComponent(redirectUri)}`),
        underWay: { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1' },
      }),
      finish: async (callback) => {
        const subject = callback.searchParams.get('code');
        return subject ? { subject, email: `${subject}@example.org`, emailVerified: true } : undefined;
      },
    },
    keepForm: async (form) => {
      const made = randomUUID();
      kept.set(made, form);
      return made;
    },
    findKeptForm: async (given) => kept.get(given),
    clock: () => noon,
    seals: cursorsWith('seal'),
    newId: randomUUID,
    log: (entry) => {
      logged.push(entry);
    },
    ...over,
  };
  return { ports, logged, ended, kept };
};

type Given = {
  /** Who may sign in; `get` and `post` take one of them as `as`. */
  people?: readonly KnownPerson[];
  /** One's own area's; the pages of the others are not there. */
  useCases?: Partial<AreaUseCases>;
  ports?: Partial<SitePorts>;
};

type Ask = { as?: KnownPerson | undefined; headers?: Record<string, string>; cookie?: string };

type Pairs = readonly (readonly [string, string])[];
type Fields = Record<string, string> | Pairs;
const isPairs = (form: Fields): form is Pairs => Array.isArray(form);

/**
 * The whole site on fakes: `const { get, post } = webApp({ people: [staff], useCases })`, then
 * `await post('/staff/rounds/new', { name: 'x' }, { as: staff })`. Posts come from our own origin.
 */
export const webApp = ({ people = [], useCases = {}, ports = {} }: Given = {}) => {
  const site = fakeSite(people, ports);
  const app = createApp(site.ports, ...Object.values(areasOf(useCases)));
  const headersOf = ({ as, headers, cookie }: Ask) => ({
    cookie: [as && cookieOf(as), cookie].filter(Boolean).join('; '),
    ...headers,
  });
  const get = async (path: string, ask: Ask = {}) =>
    app.request(`${origin}${path}`, { headers: headersOf(ask) });
  const post = async (path: string, form: Fields = {}, ask: Ask = {}) =>
    app.request(`${origin}${path}`, {
      method: 'POST',
      headers: { origin, ...headersOf(ask) },
      body: new URLSearchParams(isPairs(form) ? form.map((pair) => [...pair]) : form),
    });
  return { app, get, post, ...site };
};
