import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { pledge } from '../../shared/accounts/pledge.ts';
import { roleStore } from '../../shared/accounts/role.store.ts';
import { signIn } from '../../shared/accounts/sign-in.ts';
import { type Person, publicActor, type Role } from '../../shared/kernel/actor.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { createApp } from '../../web/app.tsx';
import { everyAreaOn } from './every-area.ts';
import { callAt, done, inDays } from './seeded/clock.ts';
import { fakeSite, origin } from './web-app.ts';

type Sent = {
  /** Who is signed in. */
  readonly as?: Person | undefined;
  /** When the gateway receives it, to the millisecond. */
  readonly at: Date;
  /** A form, or a body as it is; without it the page is read. */
  readonly form?: Readonly<Record<string, string>> | string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

const bodyOf = (form: NonNullable<Sent['form']>) =>
  typeof form === 'string' || form instanceof Uint8Array ? form : new URLSearchParams({ ...form }).toString();

/** The whole site and everything behind it on a real table, where a request arrives at the instant a test says. */
export const siteOn = (table: Table) => {
  const accounts = accountStore(table);
  const roles = roleStore(table);
  const engines = {
    table,
    cursors: cursorsWith('test'),
    publicOrigin: origin,
    exportFiles: { address: async () => 'https://files.test/export' },
    files: {
      offerUpload: async () => ({ url: 'https://files.test/', fields: {} }),
      find: async () => undefined,
      isSound: async () => true,
      address: async () => 'https://files.test/file',
      remove: async () => undefined,
    },
  };
  const { ports } = fakeSite([], { personOfSession: async (personId) => accounts.find(personId) });
  const app = createApp(ports, ...everyAreaOn(engines).areas);

  const ask = async (path: string, { as, at, form, headers = {} }: Sent) => {
    const response = await app.request(
      `${origin}${path}`,
      {
        method: form === undefined ? 'GET' : 'POST',
        headers: {
          origin,
          ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...(as && { cookie: `session=${as.personId}.${'t'.repeat(43)}` }),
          ...headers,
        },
        ...(form !== undefined && { body: bodyOf(form) }),
      },
      { event: { requestContext: { requestId: randomUUID(), timeEpoch: at.getTime() } } },
    );
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location') ?? '',
      // A file goes out compressed.
      text:
        response.headers.get('content-encoding') === 'gzip'
          ? gunzipSync(await response.arrayBuffer()).toString()
          : await response.text(),
    };
  };

  /** The person with the roles they have now, as a use case takes them. */
  const actorOf = async (personId: string): Promise<Person> => {
    const found = await accounts.find(personId);
    if (!found) throw new Error(`There is no person ${personId}`);
    return found.actor;
  };
  const grant = async (personId: string, role: Role): Promise<Person> => {
    const at = inDays(-190);
    const signed = role.kind === 'reviewer' && { pledge: { version: pledge.version, at: at.toISOString() } };
    done(await roles.grant({ personId, role, by: personId, at, ...signed }));
    return actorOf(personId);
  };
  const join = async (name: string, ...held: readonly Role[]): Promise<Person> => {
    const enter = signIn({ accounts, newId: randomUUID });
    const who = { subject: name, email: `${name}@people.example`, language: 'en' } as const;
    const { personId } = done(await enter(publicActor, who, callAt(inDays(-200))));
    for (const role of held) await grant(personId, role);
    return actorOf(personId);
  };
  return { ask, join, grant, actorOf };
};
