import { rosterApi } from '../../shared/roster/roster.api.ts';
import { type Container, createContainer } from '../container/roster.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(rosterApi.listRoster, container.listRoster),
      bind(rosterApi.rebuildRoster, container.rebuildRoster),
      bind(rosterApi.askExport, container.askExport),
      bind(rosterApi.listExports, container.listExports),
      bind(rosterApi.viewExport, container.viewExport),
      bind(rosterApi.openExport, container.openExport),
      bind(rosterApi.writeMailing, container.writeMailing),
      bind(rosterApi.editMailing, container.editMailing),
      bind(rosterApi.previewMailing, container.previewMailing),
      bind(rosterApi.sendMailing, container.sendMailing),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
