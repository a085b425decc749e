import { endorsementsApi as api } from '../../shared/endorsements/endorsements.api.ts';
import { type Container, createContainer } from '../container/endorsements.ts';
import { asHolder } from '../middleware/as-holder.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(api.requestSignOff, container.requestSignOff),
      bind(api.signAsOwner, container.signAsOwner),
      bind(api.viewSignOff, asHolder(container.viewSignOff)),
      bind(api.signByLink, asHolder(container.signByLink)),
      bind(api.requestConfirmation, container.requestConfirmation),
      bind(api.revokeConfirmation, container.revokeConfirmation),
      bind(api.keepAnswer, asHolder(container.keepAnswer)),
      bind(api.handOnConfirmation, asHolder(container.handOnConfirmation)),
      bind(api.viewConfirmation, asHolder(container.viewConfirmation)),
      bind(api.answerConfirmation, asHolder(container.answerConfirmation)),
      bind(api.listOfficeDomains, container.listOfficeDomains),
      bind(api.recordOfficeDomain, container.recordOfficeDomain),
      bind(api.withdrawOfficeDomain, container.withdrawOfficeDomain),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
