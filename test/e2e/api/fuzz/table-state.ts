import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { clientSettings } from '../../../../infra/local/credentials.ts';

type Item = Readonly<Record<string, { readonly S?: string }>>;
type Page = { readonly Items: readonly Item[]; readonly LastEvaluatedKey?: Item };

/** Everything in the table, page by page as the engine says it: what a refused request must leave as it was. */
export type TableState = readonly { readonly text: string; readonly digest: string }[];

/** Blind to order: the engine says an item's attributes in another one each time. */
const digestOf = (text: string) => {
  const bytes = Buffer.from(text);
  let sum = 0;
  for (const byte of bytes) sum += byte * byte * byte;
  return `${bytes.length} ${sum}`;
};

/** Reads it past the SDK, which would take every value apart: this is asked after each request of thousands. */
export const tableState = async (database: string, table: string): Promise<TableState> => {
  const { region } = clientSettings(database);
  const pages: { text: string; digest: string }[] = [];
  let from: Item | undefined;
  do {
    const response = await fetch(database, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.Scan',
        'x-amz-date': '20260101T000000Z',
        authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The table cannot be read: ${text}`);
    pages.push({ text, digest: digestOf(text) });
    // The key to go on from stands at the very end, or nowhere.
    from = text.lastIndexOf('"LastEvaluatedKey"') >= 0 ? parsePage(text).LastEvaluatedKey : undefined;
  } while (from);
  return pages;
};

const parsePage = (text: string): Page => JSON.parse(text);

const itemsByKey = (state: TableState) =>
  new Map(
    state
      .flatMap(({ text }) => parsePage(text).Items)
      .map((item) => [`${item.pk?.S} ${item.sk?.S}`, digestOf(JSON.stringify(item))] as const),
  );

/** The keys of what one state has otherwise than the other. */
export const differences = (before: TableState, after: TableState): readonly string[] => {
  if (before.length === after.length && before.every(({ digest }, at) => digest === after[at]?.digest))
    return [];
  const [was, is] = [itemsByKey(before), itemsByKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
};

/** Counts what anybody has committed to the engine's file: no change of it, and nothing at all was written. */
export const commitCounter = (dataFolder: string) => {
  const file = new DatabaseSync(join(dataFolder, 'database.sqlite'), { readOnly: true });
  const version = file.prepare('PRAGMA data_version');
  return { now: () => Number(version.get()?.data_version), close: () => file.close() };
};
