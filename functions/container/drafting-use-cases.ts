import { applicationStore } from '../../shared/applications/application.store.ts';
import { exportBudget, importBudget, previewBudget } from '../../shared/applications/budget-file.ts';
import { copyEarlier, listEarlier, previewCopy } from '../../shared/applications/copy-earlier.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { saveSection } from '../../shared/applications/save-section.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import type { Table } from '../../shared/table/table.ts';

/** What helps one write a draft: its budget as a file, out and back. */
export const draftingUseCases = (table: Table) => {
  const ports = {
    applications: applicationStore(table),
    drafts: draftStore(table),
    rounds: roundStore(table),
  };
  return {
    exportBudget: exportBudget(ports),
    previewBudget: previewBudget(ports),
    importBudget: importBudget({ ...ports, saveSection: saveSection(ports) }),
    listEarlier: listEarlier(ports),
    previewCopy: previewCopy(ports),
    copyEarlier: copyEarlier(ports),
  };
};
