import { programsApi } from '../../shared/programs/programs.api.ts';
import { type Container, createContainer } from '../container/programs.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(programsApi.listOpenRounds, container.listOpenRounds),
      bind(programsApi.viewOpenRound, container.viewOpenRound),
      bind(programsApi.listRounds, container.listRounds),
      bind(programsApi.createRound, container.createRound),
      bind(programsApi.viewRound, container.viewRound),
      bind(programsApi.editRound, container.editRound),
      bind(programsApi.publishRound, container.publishRound),
      bind(programsApi.viewFormUse, container.viewFormUse),
      bind(programsApi.extendRound, container.extendRound),
      bind(programsApi.cancelRound, container.cancelRound),
      bind(programsApi.duplicateRound, container.duplicateRound),
      bind(programsApi.checkRoundEligibility, container.checkRoundEligibility),
      bind(programsApi.askQuestion, container.askQuestion),
      bind(programsApi.listPublicAnswers, container.listPublicAnswers),
      bind(programsApi.listQuestions, container.listQuestions),
      bind(programsApi.viewQuestion, container.viewQuestion),
      bind(programsApi.answerQuestion, container.answerQuestion),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
