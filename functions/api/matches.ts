import { matchesApi } from '../../shared/matches/matches.api.ts';
import { type Container, createContainer } from '../container/matches.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(matchesApi.listAlumniFor, container.listAlumniFor),
      bind(matchesApi.setAlumAside, container.setAlumAside),
      bind(matchesApi.explainPair, container.explainPair),
      bind(matchesApi.viewSought, container.viewSought),
      bind(matchesApi.saySought, container.saySought),
      bind(matchesApi.listPartnershipsFor, container.listPartnershipsFor),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
