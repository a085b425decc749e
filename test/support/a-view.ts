import { publicActor } from '../../shared/kernel/actor.ts';
import type { Language } from '../../shared/kernel/text.ts';
import { nothingTyped } from '../../web/components/form/typed.ts';
import { formatIn } from '../../web/messages/format.ts';
import { translate } from '../../web/messages/translate.ts';
import type { View } from '../../web/view.ts';
import { noon } from './web-app.ts';

/** A request of the public for `/page`, for tests of single components. */
export const aView = (language: Language = 'en', over: Partial<View> = {}): View => ({
  language,
  t: translate(language),
  format: formatIn(language),
  actor: publicActor,
  person: undefined,
  call: { receivedAt: noon, idempotencyKey: 'key-1' },
  typed: nothingTyped,
  returned: false,
  path: '/page',
  href: (path) => `/${language}${path}`,
  viewerZone: undefined,
  key: 'key-1',
  requestId: 'request-1',
  ...over,
});
