import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import * as z from 'zod';
import type { DemoPerson } from '../../demo/people.ts';
import { type Listener, listen, readBody } from '../listener.ts';
import type { LocalPeople } from './people.ts';
import type { IdentityClient } from './provider.ts';
import { signInPage } from './sign-in-page.ts';

type Given = {
  readonly provider: Provider;
  readonly issuer: string;
  readonly clients: readonly IdentityClient[];
  readonly people: LocalPeople;
  readonly listed: readonly DemoPerson[];
  /** Ends what the provider remembers of a subject. */
  readonly forget: (sub: string) => void;
};

const deletion = 'AWSCognitoIdentityProviderService.AdminDeleteUser';
const deletionShape = z.object({ UserPoolId: z.string().min(1), Username: z.string().min(1) });

/** Serves the provider, its sign-in page at `/interaction/<uid>`, and `/logout` as Cognito's hosted page has it. */
export const startIdentity = ({
  provider,
  issuer,
  clients,
  people,
  listed,
  forget,
}: Given): Promise<Listener> => {
  const toProvider = provider.callback();

  const signIn = async (request: IncomingMessage, response: ServerResponse) => {
    const { params } = await provider.interactionDetails(request, response);
    const language = /^ja\b/.test(String(params.ui_locales ?? request.headers['accept-language'] ?? ''))
      ? 'ja'
      : 'en';
    const show = (status: number, wrongEmail?: string) =>
      response
        .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(
          signInPage(request.url ?? '', listed, {
            language,
            ...(wrongEmail !== undefined && { wrongEmail }),
          }),
        );
    if (request.method !== 'POST') return void show(200);
    const given = new URLSearchParams((await readBody(request)).toString('utf8')).get('email') ?? '';
    const person = people.byEmail(given);
    if (!person) return void show(400, given);
    await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  };

  // GET /logout?client_id=…&logout_uri=…
  const signOut = async (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    const client = clients.find(({ id }) => id === query.get('client_id'));
    const to = query.get('logout_uri') ?? '';
    if (!client?.signedOut.includes(to))
      return void response.writeHead(400).end('This client may not return there');
    const session = /(?:^|; )_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
    if (session) await (await provider.Session.find(session))?.destroy();
    const expired = ['_session', '_session.sig'].map((name) => `${name}=; path=/; max-age=0; httponly`);
    response.writeHead(302, { location: to, 'set-cookie': expired }).end();
  };

  // As the user pool's own API has it: whoever may call it on this machine may call all of it.
  const deleteUser = async (request: IncomingMessage, response: ServerResponse) => {
    const { Username } = deletionShape.parse(JSON.parse((await readBody(request)).toString('utf8')));
    const known = people.forget(Username);
    forget(Username);
    response
      .writeHead(known ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' })
      .end(known ? '{}' : '{"__type":"UserNotFoundException","message":"User does not exist."}');
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    try {
      if (request.headers['x-amz-target'] === deletion) await deleteUser(request, response);
      else if (pathname.startsWith('/interaction/')) await signIn(request, response);
      else if (pathname === '/logout') await signOut(request, response, searchParams);
      else await toProvider(request, response);
    } catch (error) {
      // An interaction that has run out: the person starts again at the site.
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
      response.end(
        `This sign-in has expired. Go back and start again. (${error instanceof Error ? error.name : 'error'})`,
      );
    }
  });
  return listen(server, Number(new URL(issuer).port));
};
