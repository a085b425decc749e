import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { publicActor } from '../../shared/kernel/actor.ts';
import { zoneSchema } from '../../shared/kernel/zoned-time.ts';
import { nothingTyped } from '../components/form/typed.ts';
import { formatIn } from '../messages/format.ts';
import { languageCookie, negotiateLanguage, splitAddress } from '../messages/language.ts';
import { translate } from '../messages/translate.ts';
import type { Site, View } from '../view.ts';
import type { SitePorts } from './site-ports.ts';

/** What the request itself says, before anything is read: language, instant, address. Nobody is signed in yet. */
export const bareView = (c: Context<Site>, { clock, newId }: Pick<SitePorts, 'clock' | 'newId'>): View => {
  const url = new URL(c.req.url);
  const address = splitAddress(url.pathname);
  const language =
    address.language ?? negotiateLanguage(getCookie(c, languageCookie), c.req.header('accept-language'));
  const prefix = address.language ? `/${address.language}` : '';
  const zone = zoneSchema.safeParse(getCookie(c, 'zone'));
  const gateway = c.env?.event?.requestContext;
  const requestId = gateway?.requestId ?? newId();
  return {
    language,
    t: translate(language),
    format: formatIn(language),
    actor: publicActor,
    person: undefined,
    call: { receivedAt: gateway ? new Date(gateway.timeEpoch) : clock(), idempotencyKey: requestId },
    typed: nothingTyped,
    returned: false,
    // Two slashes in front would make a link to it one to another host.
    path: address.path.replace(/^\/+/, '/') + url.search,
    href: (path) => (path === '/' && prefix ? prefix : prefix + path),
    viewerZone: zone.success ? zone.data : undefined,
    key: newId(),
    requestId,
  };
};
