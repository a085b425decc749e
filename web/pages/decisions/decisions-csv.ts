import { stringify } from 'csv-stringify/sync';
import { receiptNumber } from '../../../shared/applications/application.ts';
import type { DecisionRow } from '../../../shared/awards/list-decisions.ts';
import { forPeople } from '../../../shared/ranking/export-csv.ts';

/**
 * A round's decisions, one row an application, also one that nobody has proposed anything for. People stand by their
 * ids, as in the history; who settled it has certified it, or sent it back where the status says so.
 */
export const decisionsCsv = (rows: readonly DecisionRow[]): string =>
  stringify(rows.map(cellsOf), { ...forPeople, columns });

const cellsOf = ({ application, decision }: DecisionRow) => ({
  application: receiptNumber(application.id),
  title: application.title,
  us: application.pair.us,
  jp: application.pair.jp,
  requested: dollars(application.submission?.requestedCents),
  decision: decision?.decision,
  amount: dollars(decision?.decision === 'award' ? decision.amountCents : undefined),
  status: decision?.status ?? 'none',
  waitlist_rank: decision?.waitlistRank,
  reason: decision?.reason,
  proposed_by_id: decision?.proposedBy,
  proposed_at: decision?.proposedAt,
  settled_by_id: decision?.settledBy,
  settled_at: decision?.settledAt,
});

const dollars = (cents: number | undefined) => (cents === undefined ? '' : (cents / 100).toFixed(2));

const columns = [
  ...['application', 'title', 'us', 'jp', 'requested', 'decision', 'amount', 'status', 'waitlist_rank'],
  ...['reason', 'proposed_by_id', 'proposed_at', 'settled_by_id', 'settled_at'],
];
