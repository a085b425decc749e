import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../shared/table/table.ts';
import { clientSettings } from '../credentials.ts';
import { ensureTable, tableShape } from '../engines/tables.ts';
import type { Notes } from '../platform-store.ts';
import { StartError } from '../start-error.ts';
import type { Resources } from '../template/resources.ts';

type Given = {
  readonly resources: Resources;
  readonly endpoint: string;
  readonly notes: Notes;
  /** Drops what an external database still holds; the data folder itself has been emptied by then. */
  readonly fresh: boolean;
  /** Fills a table that was just made; undefined leaves it empty. */
  readonly seed?: ((table: Table) => Promise<void>) | undefined;
};

/** Makes the template's tables where they are missing. A seeding that was cut short is begun anew. */
export const prepareTables = async ({ resources, endpoint, notes, fresh, seed }: Given): Promise<void> => {
  const tables = resources.ofType('AWS::DynamoDB::Table', tableShape);
  const [main] = tables;
  if (!main) throw new StartError('The template has no table.');
  const client = new DynamoDBClient(clientSettings(endpoint));
  try {
    const again = fresh || notes.read('seed') === 'begun';
    const [made] = await Promise.all(
      tables.map(({ ref, properties }) => ensureTable(client, ref, properties, again)),
    );
    if (!made) return;
    notes.write('seed', seed ? 'begun' : 'left out');
    if (!seed) return;
    await seed({ client: DynamoDBDocumentClient.from(client), table: main.ref });
    notes.write('seed', 'done');
  } finally {
    client.destroy();
  }
};
