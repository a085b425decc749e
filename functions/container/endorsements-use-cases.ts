import { answerConfirmation } from '../../shared/applications/answer-confirmation.ts';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { confirmationStore } from '../../shared/applications/confirmation.store.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { handOnConfirmation } from '../../shared/applications/hand-on-confirmation.ts';
import { keepAnswer } from '../../shared/applications/keep-answer.ts';
import { requestConfirmation } from '../../shared/applications/request-confirmation.ts';
import { requestSignOff } from '../../shared/applications/request-sign-off.ts';
import { revokeConfirmation } from '../../shared/applications/revoke-confirmation.ts';
import { signAsOwner, signByLink } from '../../shared/applications/sign-application.ts';
import { signOffStore } from '../../shared/applications/sign-off.store.ts';
import { viewConfirmation } from '../../shared/applications/view-confirmation.ts';
import { viewSignOff } from '../../shared/applications/view-sign-off.ts';
import type { NewToken } from '../../shared/kernel/link-token.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import type { PartnershipDirectory } from '../../shared/partnerships/partnership.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { officeDomainsUseCases } from './office-domains-use-cases.ts';

type Engines = {
  readonly table: Table;
  readonly directory: PartnershipDirectory;
  readonly newToken: NewToken;
};

/** Asking for a signature and a confirmation, and what the holders of the two links do. */
export const endorsementsUseCases = ({ table, directory, newToken }: Engines) => {
  const ports = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    drafts: draftStore(table),
    signOffs: signOffStore(table, messageWrites),
    confirmations: confirmationStore(table, messageWrites),
    directory,
    newToken,
  };
  return {
    ...officeDomainsUseCases({ table, directory }),
    requestSignOff: onceMore(requestSignOff(ports)),
    viewSignOff: viewSignOff(ports),
    signByLink: onceMore(signByLink(ports)),
    signAsOwner: onceMore(signAsOwner(ports)),
    requestConfirmation: onceMore(requestConfirmation(ports)),
    revokeConfirmation: onceMore(revokeConfirmation(ports)),
    keepAnswer: onceMore(keepAnswer(ports)),
    handOnConfirmation: onceMore(handOnConfirmation(ports)),
    viewConfirmation: viewConfirmation(ports),
    answerConfirmation: onceMore(answerConfirmation(ports)),
  };
};
