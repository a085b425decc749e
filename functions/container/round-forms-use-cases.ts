import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { viewFormUse } from '../../shared/programs/view-form-use.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

/** What staff ask of a round's forms: it reads applications, and so asks for conflicts. */
export const roundFormsUseCases = (table: Table) => ({
  viewFormUse: viewFormUse({
    rounds: roundStore(table),
    applications: applicationStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    interests: openInterests(table),
  }),
});
