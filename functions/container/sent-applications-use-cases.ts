import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { returnApplication } from '../../shared/applications/return-application.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { isClear } from '../../shared/reviews/may-read.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

/** What the program office does with an application that was sent, without drafting: its function need not hold that. */
export const sentApplicationsUseCases = (table: Table) => {
  const ports = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    interests: openInterests(table),
  };
  return {
    returnApplication: onceMore(returnApplication({ ...ports, isClear: isClear(ports) })),
  };
};
