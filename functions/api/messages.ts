import { messagesApi } from '../../shared/messages/messages.api.ts';
import { type Container, createContainer } from '../container/messages.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(messagesApi.listMessages, container.listMessages),
      bind(messagesApi.countHeld, container.countHeld),
      bind(messagesApi.settleMessage, container.settleMessage),
      bind(messagesApi.releaseLetters, container.releaseLetters),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
