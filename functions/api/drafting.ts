import { draftingApi as api } from '../../shared/applications/drafting.api.ts';
import { type Container, createContainer } from '../container/drafting.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(api.exportBudget, container.exportBudget),
      bind(api.previewBudget, container.previewBudget),
      bind(api.importBudget, container.importBudget),
      bind(api.viewSamePair, container.viewSamePair),
      bind(api.listEarlier, container.listEarlier),
      bind(api.previewCopy, container.previewCopy),
      bind(api.copyEarlier, container.copyEarlier),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
