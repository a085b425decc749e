import { Hono } from 'hono';
import type { SignOffSheet } from '../../../shared/applications/application-view.ts';
import type { Signature } from '../../../shared/applications/sign-application.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render, seeOther } from '../../respond.tsx';
import type { SitePorts } from '../../session/site-ports.ts';
import { type Site, viewOf } from '../../view.ts';
import { readSignature } from '../applications/asking/signature.ts';
import { linkDoor } from '../confirm/link-door.tsx';
import { SigningPage } from './signing-page.tsx';

export type SignOffUseCases = {
  readonly viewSignOff: UseCase<unknown, SignOffSheet, Failure>;
  readonly signByLink: UseCase<Signature, { signedAt: string }, Failure>;
};

/**
 * The authorised official's page: the link is all that is needed, no account.
 */
export const signOffPages = ({ viewSignOff, signByLink }: SignOffUseCases, ports: SitePorts) => {
  const door = linkDoor(ports, { page: 'sign-off', what: 'signing', read: viewSignOff });
  const { sessions, gone, ended, opened } = door;

  return new Hono<Site>()
    .get('/sign-off', async (c) => {
      const { sheet, response } = await opened(c);
      if (!sheet) return response;
      const isOpen = sheet.open && sheet.signOff.state !== 'signed';
      const back = isOpen ? await sessions.kept(c, sheet.application.id) : undefined;
      return render(c, <SigningPage view={viewOf(c)} sheet={sheet} back={back} />);
    })
    .post('/sign-off', async (c) => {
      const { holder, sheet, response } = await opened(c);
      if (!holder) return response;
      const { typed, call } = viewOf(c);
      // Two requests in one browser share the session: a signature goes under the text that was read, or nowhere.
      const of = typed.text('of');
      if (of !== sheet.application.id) return ended(c, 'other', await sessions.keep(c, of));
      const signature = readSignature(typed);
      const done = signature.ok ? await signByLink(holder, signature.value, call) : signature;
      if (done.ok) {
        sessions.forget(c);
        return seeOther(c, '/sign-off');
      }
      // The text as it stands now, which may be another than the one that was read.
      const now = await viewSignOff(holder, {}, call);
      return now.ok
        ? render(c, <SigningPage view={viewOf(c)} sheet={now.value} failure={done.failure} />, done.failure)
        : gone(c, now.failure);
    })
    .route('/', door.routes);
};
