import type { Context } from 'hono';
import type { KnownPerson } from '../shared/accounts/account.port.ts';
import type { Actor } from '../shared/kernel/actor.ts';
import type { Call } from '../shared/kernel/endpoint.ts';
import type { Language } from '../shared/kernel/text.ts';
import type { Typed } from './components/form/typed.ts';
import type { Format } from './messages/format.ts';
import type { Translate } from './messages/translate.ts';

/**
 * What a page knows of its request, made once by `web/session/view.middleware.ts` and handed down as one prop:
 * `viewOf(c)` in a router, `view={view}` to every component that speaks.
 */
export type View = {
  readonly language: Language;
  readonly t: Translate;
  readonly format: Format;
  /** Who asks, for use cases: the person signed in, or the public. */
  readonly actor: Actor;
  /** The account behind it, for the masthead and the account page; undefined for the public. */
  readonly person: KnownPerson | undefined;
  /** For use cases. `idempotencyKey` is the form's hidden `_key`, else the request's own id. */
  readonly call: Call;
  /** What the form sent; empty on a GET, unless it is what an ended sign-in had kept from being sent. */
  readonly typed: Typed;
  /** The typed is such a kept form: shown again, not sent yet. `Layout` says so. */
  readonly returned: boolean;
  /** This page's address without its language, query included: `/applications/a1/budget?line=2`. */
  readonly path: string;
  /** Our own address in the language of this one: `href('/rounds')` is `/ja/rounds` on a page under `/ja`. */
  readonly href: (path: string) => string;
  /** The zone of the reader's browser, once its script has said so; IANA. */
  readonly viewerZone: string | undefined;
  /** The key a form on this page carries: kept when a refused form is shown again, new otherwise. */
  readonly key: string;
  /** What a person may tell the program office of this request. */
  readonly requestId: string;
};

/** Hono's types for every router of the site: `new Hono<Site>()`. */
export type Site = {
  Variables: { view: View };
  /** What the gateway says of the call; absent in tests. */
  Bindings: { event?: { requestContext: { requestId: string; timeEpoch: number } } };
};

export const viewOf = (c: Context<Site>): View => c.get('view');
