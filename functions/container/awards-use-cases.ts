import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { announceRound } from '../../shared/awards/announce-round.ts';
import { decisionStore } from '../../shared/awards/decision.store.ts';
import { listAwards } from '../../shared/awards/list-awards.ts';
import { listDecisions } from '../../shared/awards/list-decisions.ts';
import { proposeDecision } from '../../shared/awards/propose-decision.ts';
import { settleDecision } from '../../shared/awards/settle-decision.ts';
import { viewDecision } from '../../shared/awards/view-decision.ts';
import { viewOutcome } from '../../shared/awards/view-outcome.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffClearance } from '../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Table } from '../../shared/table/table.ts';

/** Everything decisions can do, on one table; API and pages take what they need. */
export const awardsUseCases = (table: Table) => {
  const applications = applicationStore(table);
  const rounds = roundStore(table);
  const reviews = reviewStore(table, { applicationWrites });
  const decisions = decisionStore(table, { applicationWrites, messageWrites });
  const clearance = staffClearance({ staffConflicts: staffConflictStore(table), reviews });
  return {
    listAwards: listAwards({ rounds, decisions, applications }),
    listDecisions: listDecisions({ applications, rounds, decisions, clearance }),
    viewDecision: viewDecision({ applications, rounds, decisions, clearance }),
    proposeDecision: onceMore(proposeDecision({ applications, rounds, decisions, clearance })),
    settleDecision: onceMore(settleDecision({ applications, decisions, clearance })),
    announceRound: onceMore(announceRound({ applications, rounds, decisions })),
    viewOutcome: viewOutcome({ applications, rounds, reviews }),
  };
};
