import type { Confirmations } from '../applications/confirmation.port.ts';
import { type Confirmation, domainOf } from '../applications/confirmation.ts';
import type { OfficeDomains } from './office-domain.port.ts';
import type { OfficeDomain } from './office-domain.ts';

/** The office's answer as it stands now, and what staff recorded of the domain it came from. */
export type Beside = { readonly confirmation: Confirmation; readonly records: readonly OfficeDomain[] };
export type AnswerBeside = (applicationId: string) => Promise<Beside | undefined>;

type Ports = {
  confirmations: Pick<Confirmations, 'find'>;
  officeDomains: Pick<OfficeDomains, 'of'>;
};

/** For those who read an application and do not write it: an answer may come after it was sent. */
export const answerBeside =
  ({ confirmations, officeDomains }: Ports): AnswerBeside =>
  async (applicationId) => {
    const confirmation = await confirmations.find(applicationId);
    if (!confirmation) return undefined;
    const records = confirmation.answer ? await officeDomains.of(domainOf(confirmation.asked.email)) : [];
    return { confirmation, records };
  };
