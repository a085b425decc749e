import type { Files } from '../../shared/applications/attachment.port.ts';
import type { ExportFiles } from '../../shared/roster/export.port.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';

/** What the site stands on. */
export type SiteEngines = {
  readonly table: Table;
  readonly cursors: Cursors;
  readonly files: Files;
  readonly exportFiles: Pick<ExportFiles, 'address'>;
  readonly publicOrigin: string;
};
