import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { decisionStore } from '../../shared/awards/decision.store.ts';
import { complain, viewComplaint, withdrawComplaint } from '../../shared/complaints/complain.ts';
import { complaintStore } from '../../shared/complaints/complaint.store.ts';
import {
  listComplaints,
  settleComplaint,
  takeUpComplaint,
  viewComplaintFile,
} from '../../shared/complaints/handle-complaints.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import { roundStore, roundWrites } from '../../shared/programs/round.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffClearance } from '../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

/** Everything complaints can do, on one table; API and pages take what they need. */
export const complaintsUseCases = (table: Table) => {
  const stores = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    complaints: complaintStore(table),
    decisions: decisionStore(table, { applicationWrites, messageWrites, roundWrites }),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    interests: openInterests(table),
  };
  const ports = { ...stores, clearance: staffClearance(stores) };
  return {
    viewComplaint: viewComplaint(ports),
    complain: onceMore(complain(ports)),
    withdrawComplaint: onceMore(withdrawComplaint(ports)),
    listComplaints: listComplaints(ports),
    viewComplaintFile: viewComplaintFile(ports),
    takeUpComplaint: onceMore(takeUpComplaint(ports)),
    settleComplaint: onceMore(settleComplaint(ports)),
  };
};
