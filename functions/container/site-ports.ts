import type * as z from 'zod';
import type { environments } from '../../shared/environment.ts';
import { keepForm } from '../../shared/platform/keep-form.ts';
import { keptFormStore } from '../../shared/platform/kept-form.store.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openidIdentity } from '../../web/session/openid-identity.ts';
import type { SitePorts } from '../../web/session/site-ports.ts';
import { log } from '../middleware/log.ts';
import { matchesOriginSecret, originSecretHeader } from '../middleware/origin-secret.ts';
import type { accountsUseCases } from './accounts-use-cases.ts';
import { newId, newToken, systemClock } from './clients.ts';

type Settings = z.output<typeof environments.web>;
type Given = {
  settings: Settings;
  /** Where uploads are posted to. */
  filesOrigin: string;
  table: Table;
  accounts: Pick<
    ReturnType<typeof accountsUseCases>,
    'personOfSession' | 'findPerson' | 'signIn' | 'openSession' | 'endSession'
  >;
};

/** Cognito's way: its session ends there, and the person lands on our first page. */
const logoutUrl = ({ OIDC_LOGOUT_URL, OIDC_CLIENT_ID, PUBLIC_ORIGIN }: Settings) => {
  if (!OIDC_LOGOUT_URL) return '';
  const url = new URL(OIDC_LOGOUT_URL);
  url.searchParams.set('client_id', OIDC_CLIENT_ID);
  url.searchParams.set('logout_uri', `${PUBLIC_ORIGIN}/`);
  return url.href;
};

/** What the site as a whole stands on: sessions, sign-in, kept forms, the front door. */
export const sitePorts = ({ settings, filesOrigin, table, accounts }: Given): SitePorts => {
  const forms = keptFormStore(table);
  return {
    publicOrigin: settings.PUBLIC_ORIGIN,
    filesOrigin,
    logoutUrl: logoutUrl(settings),
    cameByFrontDoor: (header) => matchesOriginSecret(settings.ORIGIN_SECRET, header(originSecretHeader)),
    personOfSession: accounts.personOfSession,
    endSession: accounts.endSession,
    signIn: {
      signIn: accounts.signIn,
      openSession: accounts.openSession,
      findPerson: accounts.findPerson,
    },
    identity: openidIdentity({ issuer: settings.OIDC_ISSUER, clientId: settings.OIDC_CLIENT_ID, log }),
    keepForm: keepForm({ forms, newToken }),
    findKeptForm: forms.find,
    clock: systemClock,
    seals: cursorsWith(settings.SEAL_KEY),
    newId,
    log,
  };
};
