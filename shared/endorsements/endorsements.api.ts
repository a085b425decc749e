import type { Contract } from '../kernel/endpoint.ts';
import { confirmationApi } from './confirmation.api.ts';
import { officeDomainsApi } from './office-domains.api.ts';
import { signOffApi } from './sign-off.api.ts';

/** What others say for an application by a link: its authorised official signs, the Japanese office confirms. */
export const endorsementsApi = {
  ...signOffApi,
  ...confirmationApi,
  ...officeDomainsApi,
} as const satisfies Contract;
