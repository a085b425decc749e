import { rankingApi } from '../../shared/ranking/ranking.api.ts';
import { type Container, createContainer } from '../container/ranking.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(rankingApi.scoreRound, container.scoreRound),
      bind(rankingApi.viewSensitivity, container.viewSensitivity),
      bind(rankingApi.exportScores, container.exportScores),
      bind(rankingApi.exportReviews, container.exportReviews),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
