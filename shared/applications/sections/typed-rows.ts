type Row = Readonly<Record<string, string>>;

const isTyped = (row: Row) => Object.values(row).some((text) => text.trim() !== '');

/** The rows of one list in which anything was typed, each with its place: an empty row on a page is no answer. */
export const rowsOf = (data: Readonly<Record<string, string | readonly Row[]>>, name: string) => {
  const rows = data[name];
  if (rows === undefined || typeof rows === 'string') return [];
  return rows.map((row, at) => ({ at, row })).filter(({ row }) => isTyped(row));
};
