import { endorsementsApi as api } from '../../shared/endorsements/endorsements.api.ts';
import type { UseCase } from '../../shared/kernel/endpoint.ts';
import { type Container, createContainer } from '../container/endorsements.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

/** A link's holder has no account: the token in the body is all that says who asks, and goes no further. */
const asHolder =
  <Input, Output, Failure>(
    run: UseCase<Input, Output, Failure>,
  ): UseCase<Input & { token: string }, Output, Failure> =>
  (_public, { token, ...asked }, call) =>
    // Without its token an input is what the use case asks for: the compiler can't take one part off an intersection.
    run({ kind: 'link', token }, asked as Input, call);

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
