import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { compareVersions } from '../../shared/applications/compare-versions.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import {
  endExtension,
  extendApplication,
  viewExtension,
} from '../../shared/applications/extend-application.ts';
import { listExtensions } from '../../shared/applications/list-extensions.ts';
import { submissionStore } from '../../shared/applications/submission.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import type { PartnershipDirectory } from '../../shared/partnerships/partnership.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { isClear, sightFor } from '../../shared/reviews/may-read.ts';
import { redactionStore } from '../../shared/reviews/redaction.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffClearance } from '../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import { eventsOf } from '../../shared/table/event.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { readonly table: Table; readonly directory: Pick<PartnershipDirectory, 'organisation'> };

/** Versions compared and more time for one application, on one table; API and pages take what they need. */
export const sentUseCases = ({ table, directory }: Engines) => {
  const stores = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    redactions: redactionStore(table),
    interests: openInterests(table),
    drafts: draftStore(table),
    submissions: submissionStore(table),
    eventsOf: eventsOf(table),
    directory,
  };
  const ports = {
    ...stores,
    isClear: isClear(stores),
    sightFor: sightFor(stores),
    clearance: staffClearance(stores),
  };
  return {
    compareVersions: compareVersions(ports),
    listExtensions: listExtensions(ports),
    viewExtension: viewExtension(ports),
    extendApplication: onceMore(extendApplication(ports)),
    endExtension: onceMore(endExtension(ports)),
  };
};
