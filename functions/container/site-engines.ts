import type { Files } from '../../shared/applications/attachment.port.ts';
import type { ExportFiles } from '../../shared/roster/export.port.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';

/** What the site stands on. */
export type TableEngines = {
  readonly table: Table;
  readonly cursors: Cursors;
  readonly publicOrigin: string;
};

/** What pages that hand files over stand on besides. */
export type FileEngines = {
  readonly files: Files;
  readonly exportFiles: Pick<ExportFiles, 'address'>;
};

export type SiteEngines = TableEngines & FileEngines;
