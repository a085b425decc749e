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
      bind(matchesApi.askIntroductionPlan, container.askIntroductionPlan),
      bind(matchesApi.listIntroductionPlans, container.listIntroductionPlans),
      bind(matchesApi.viewStudy, container.viewStudy),
      bind(matchesApi.viewMatchWeights, container.viewMatchWeights),
      bind(matchesApi.tryMatchWeights, container.tryMatchWeights),
      bind(matchesApi.applyMatchWeights, container.applyMatchWeights),
      bind(matchesApi.askRebuildMatches, container.askRebuildMatches),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
