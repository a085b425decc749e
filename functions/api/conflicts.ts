import { conflictsApi } from '../../shared/conflicts/conflicts.api.ts';
import { type Container, createContainer } from '../container/conflicts.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(conflictsApi.viewPersonProfile, container.viewPersonProfile),
      bind(conflictsApi.savePersonProfile, container.savePersonProfile),
      bind(conflictsApi.searchMunicipalities, container.searchMunicipalities),
      bind(conflictsApi.viewNamedReviewers, container.viewNamedReviewers),
      bind(conflictsApi.nameReviewers, container.nameReviewers),
      bind(conflictsApi.listConflicts, container.listConflicts),
      bind(conflictsApi.settleConflict, container.settleConflict),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
