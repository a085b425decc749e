import { assignmentApi } from '../../shared/assignment/assignment.api.ts';
import { type Container, createContainer } from '../container/assignment.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(assignmentApi.listPreferenceRounds, container.listPreferenceRounds),
      bind(assignmentApi.viewPreferences, container.viewPreferences),
      bind(assignmentApi.savePreferences, container.savePreferences),
      bind(assignmentApi.viewSettings, container.viewSettings),
      bind(assignmentApi.saveSettings, container.saveSettings),
      bind(assignmentApi.listPlans, container.listPlans),
      bind(assignmentApi.askPlan, container.askPlan),
      bind(assignmentApi.viewPlan, container.viewPlan),
      bind(assignmentApi.viewCertificate, container.viewCertificate),
      bind(assignmentApi.weighMoves, container.weighMoves),
      bind(assignmentApi.movePair, container.movePair),
      bind(assignmentApi.applyPlan, container.applyPlan),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
