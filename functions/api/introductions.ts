import { introductionsApi as api } from '../../shared/introductions/introductions.api.ts';
import { type Container, createContainer } from '../container/introductions.ts';
import { asHolder } from '../middleware/as-holder.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(api.requestIntroduction, container.requestIntroduction),
      bind(api.listPartnershipIntroductions, container.listPartnershipIntroductions),
      bind(api.listJoinedAlumni, container.listJoinedAlumni),
      bind(api.offerIntroduction, container.offerIntroduction),
      bind(api.listChapterIntroductions, container.listChapterIntroductions),
      bind(api.listMyIntroductions, container.listMyIntroductions),
      bind(api.viewIntroduction, container.viewIntroduction),
      bind(api.answerIntroduction, container.answerIntroduction),
      bind(api.stepIntroduction, container.stepIntroduction),
      bind(api.joinPartnership, container.joinPartnership),
      bind(api.recordOutcome, container.recordOutcome),
      bind(api.addToDelegation, container.addToDelegation),
      bind(api.blockPartnership, container.blockPartnership),
      bind(api.reportIntroduction, container.reportIntroduction),
      bind(api.listIntroductionReports, container.listIntroductionReports),
      bind(api.settleIntroductionReport, container.settleIntroductionReport),
      bind(api.viewIntroductionByLink, asHolder(container.viewIntroductionByLink)),
      bind(api.answerIntroductionByLink, asHolder(container.answerIntroductionByLink)),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
