import { awardsApi } from '../../shared/awards/awards.api.ts';
import { type Container, createContainer } from '../container/awards.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(awardsApi.listAwards, container.listAwards),
      bind(awardsApi.listDecisions, container.listDecisions),
      bind(awardsApi.proposeDecision, container.proposeDecision),
      bind(awardsApi.settleDecision, container.settleDecision),
      bind(awardsApi.announceRound, container.announceRound),
      bind(awardsApi.viewOutcome, container.viewOutcome),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
