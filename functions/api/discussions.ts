import { discussionsApi } from '../../shared/discussions/discussions.api.ts';
import { type Container, createContainer } from '../container/discussions.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';
import { underAssessment } from '../middleware/under-assessment.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(discussionsApi.viewRoundDiscussion, container.viewRoundDiscussion),
      bind(discussionsApi.moveDiscussion, container.moveDiscussion),
      bind(discussionsApi.nameLeads, container.nameLeads),
      bind(discussionsApi.nameLead, container.nameLead),
      bind(discussionsApi.viewDiscussion, container.viewDiscussion),
      bind(discussionsApi.addPost, container.addPost),
      bind(discussionsApi.saveNotes, container.saveNotes),
      bind(discussionsApi.reviseReview, underAssessment(container.reviseReview)),
      bind(discussionsApi.viewAgenda, container.viewAgenda),
      bind(discussionsApi.setAgenda, container.setAgenda),
      bind(discussionsApi.viewMyAgenda, container.viewMyAgenda),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
