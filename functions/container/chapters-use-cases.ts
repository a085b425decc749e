import { alumniCountsStore } from '../../shared/chapters/alumni-counts.store.ts';
import { listChapters, viewChapter } from '../../shared/chapters/list-chapters.ts';
import { viewAlumniCounts } from '../../shared/chapters/view-alumni-counts.ts';
import type { Table } from '../../shared/table/table.ts';

/** Everything chapters can do, on one table; API and pages take what they need. */
export const chaptersUseCases = (table: Table) => {
  const ports = { counting: alumniCountsStore(table) };
  return {
    listChapters: listChapters(),
    viewChapter: viewChapter(),
    viewAlumniCounts: viewAlumniCounts(ports),
  };
};
