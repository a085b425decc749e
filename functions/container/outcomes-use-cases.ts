import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { decisionStore } from '../../shared/awards/decision.store.ts';
import { listAwards } from '../../shared/awards/list-awards.ts';
import { remarksStore } from '../../shared/awards/remarks.store.ts';
import { viewOutcome } from '../../shared/awards/view-outcome.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import { roundStore, roundWrites } from '../../shared/programs/round.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import type { Table } from '../../shared/table/table.ts';

/** What the public and applicants read of decisions, without the steps that lead to one: their function holds none. */
export const outcomesUseCases = (table: Table) => {
  const ports = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    decisions: decisionStore(table, { applicationWrites, messageWrites, roundWrites }),
    remarks: remarksStore(table),
  };
  return { listAwards: listAwards(ports), viewOutcome: viewOutcome(ports) };
};
