import { attachmentsApi as api } from '../../shared/applications/attachments.api.ts';
import { type Container, createContainer } from '../container/attachments.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(api.addAttachment, container.addAttachment),
      bind(api.openAttachment, container.openAttachment),
      bind(api.settleAttachment, container.settleAttachment),
      bind(api.removeAttachment, container.removeAttachment),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
