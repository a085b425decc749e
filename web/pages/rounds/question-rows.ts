type Row = Readonly<Record<string, string>>;

/** The options of a question's row, under the numbers they were typed with; numbers may have gaps. */
export const optionRows = (row: Row): readonly { readonly no: number; readonly option: Row }[] => {
  const options = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(row)) {
    const [, no, field] = /^options\.(\d{1,3})\.(.+)$/.exec(name) ?? [];
    if (no === undefined || field === undefined) continue;
    const option = options.get(Number(no)) ?? {};
    option[field] = value;
    options.set(Number(no), option);
  }
  return [...options].sort(([a], [b]) => a - b).map(([no, option]) => ({ no, option }));
};

/** An earlier question that this one can hang on, with its answers; a consent's have no words of their own. */
export type Decisive = {
  readonly id: string;
  readonly label: string;
  readonly answers: readonly { readonly id: string; readonly label: string }[];
};

const answersOf = (row: Row) => {
  if (row.kind === 'consent') return ['yes', 'no'].map((id) => ({ id, label: '' }));
  if (row.kind !== 'choice' && row.kind !== 'several') return [];
  return optionRows(row).map(({ option }) => ({ id: option.id ?? '', label: option['label.en'] ?? '' }));
};

/** The questions before this one on whose answers it can hang. */
export const decisiveBefore = (rows: readonly Row[], at: number): readonly Decisive[] =>
  rows
    .slice(0, at)
    .map((row) => ({ id: row.id ?? '', label: row['label.en'] ?? '', answers: answersOf(row) }))
    .filter(({ answers }) => answers.length > 0);

/** Which answers of which question are ticked in a row: `showIf.<question>.<answer>`. */
export const conditionOf = (row: Row): { question: string; answers: string[] } | undefined => {
  const ticked = Object.keys(row).flatMap((name) => {
    const [, question, answer] = /^showIf\.([A-Za-z0-9-]+)\.([A-Za-z0-9-]+)$/.exec(name) ?? [];
    return question && answer ? [{ question, answer }] : [];
  });
  const first = ticked[0]?.question;
  if (first === undefined) return undefined;
  // Answers of two questions are one too many: the rule then says that they are no answers of the first.
  return { question: first, answers: ticked.map(({ answer }) => answer) };
};
