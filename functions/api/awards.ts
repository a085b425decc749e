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
      bind(awardsApi.proposeDecisions, container.proposeDecisions),
      bind(awardsApi.settleDecision, container.settleDecision),
      bind(awardsApi.announceRound, container.announceRound),
      bind(awardsApi.viewWaitlist, container.viewWaitlist),
      bind(awardsApi.recordAwardAnswer, container.recordAwardAnswer),
      bind(awardsApi.viewOutcome, container.viewOutcome),
      bind(awardsApi.viewLetters, container.viewLetters),
      bind(awardsApi.saveLetter, container.saveLetter),
      bind(awardsApi.setAnswerDate, container.setAnswerDate),
      bind(awardsApi.previewLetters, container.previewLetters),
      bind(awardsApi.requestConfirmations, container.requestConfirmations),
      bind(awardsApi.viewPortfolio, container.viewPortfolio),
      bind(awardsApi.askPortfolio, container.askPortfolio),
      bind(awardsApi.proposePortfolio, container.proposePortfolio),
      bind(awardsApi.viewRemarks, container.viewRemarks),
      bind(awardsApi.saveRemarks, container.saveRemarks),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
