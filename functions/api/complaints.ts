import { complaintsApi } from '../../shared/complaints/complaints.api.ts';
import { type Container, createContainer } from '../container/complaints.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(complaintsApi.viewComplaint, container.viewComplaint),
      bind(complaintsApi.complain, container.complain),
      bind(complaintsApi.withdrawComplaint, container.withdrawComplaint),
      bind(complaintsApi.listComplaints, container.listComplaints),
      bind(complaintsApi.viewComplaintFile, container.viewComplaintFile),
      bind(complaintsApi.takeUpComplaint, container.takeUpComplaint),
      bind(complaintsApi.settleComplaint, container.settleComplaint),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
