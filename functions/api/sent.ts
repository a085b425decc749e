import { sentApi } from '../../shared/applications/sent.api.ts';
import { type Container, createContainer } from '../container/sent.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(sentApi.compareVersions, container.compareVersions),
      bind(sentApi.listExtensions, container.listExtensions),
      bind(sentApi.viewExtension, container.viewExtension),
      bind(sentApi.extendApplication, container.extendApplication),
      bind(sentApi.endExtension, container.endExtension),
      bind(sentApi.listPapers, container.listPapers),
      bind(sentApi.listClaimants, container.listClaimants),
      bind(sentApi.enterPaper, container.enterPaper),
      bind(sentApi.recordSignature, container.recordSignature),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
