import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { asScribe } from '../../shared/applications/as-scribe.ts';
import { exportBudget, importBudget, previewBudget } from '../../shared/applications/budget-file.ts';
import { copyEarlier, listEarlier, previewCopy } from '../../shared/applications/copy-earlier.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { pairEntries } from '../../shared/applications/pair-entry.store.ts';
import { saveSection } from '../../shared/applications/save-section.ts';
import { viewSamePair } from '../../shared/applications/view-same-pair.ts';
import type { PartnershipDirectory } from '../../shared/partnerships/partnership.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { isClear } from '../../shared/reviews/may-read.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { readonly table: Table; readonly directory: PartnershipDirectory };

/** What helps one write a draft: its budget as a file, what carries over, what else there is for its pair. */
export const draftingUseCases = ({ table, directory }: Engines) => {
  const ports = {
    directory,
    pairEntries: pairEntries(table),
    applications: applicationStore(table),
    drafts: draftStore(table),
    rounds: roundStore(table),
  };
  const clearance = {
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    interests: openInterests(table),
  };
  const typing = asScribe({ ...ports, isClear: isClear(clearance) });
  return {
    exportBudget: typing(exportBudget(ports)),
    previewBudget: typing(previewBudget(ports)),
    importBudget: typing(importBudget({ ...ports, saveSection: saveSection(ports) })),
    viewSamePair: typing(viewSamePair(ports)),
    listEarlier: listEarlier(ports),
    previewCopy: previewCopy(ports),
    copyEarlier: copyEarlier(ports),
  };
};
