import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { StartError } from '../start-error.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

/** An `AWS::DynamoDB::Table` as far as it shapes the table here. */
export const tableShape = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']) })
    .optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});
export type TableShape = z.output<typeof tableShape>;

const describe = async (client: DynamoDBClient, TableName: string) => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

type Shape = {
  KeySchema?: KeySchemaElement[] | undefined;
  GlobalSecondaryIndexes?:
    | { IndexName?: string | undefined; KeySchema?: KeySchemaElement[] | undefined }[]
    | undefined;
};
const outline = ({ KeySchema, GlobalSecondaryIndexes = [] }: Shape) => {
  const keys = (schema: KeySchemaElement[] = []) =>
    schema.map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`);
  const indexes = GlobalSecondaryIndexes.map((one) => [one.IndexName, ...keys(one.KeySchema)].join(' '));
  return JSON.stringify([keys(KeySchema), indexes.sort()]);
};

/** Makes the table as the template says and says true, or finds it so. `fresh` drops one that is there. */
export const ensureTable = async (
  client: DynamoDBClient,
  name: string,
  shape: TableShape,
  fresh: boolean,
): Promise<boolean> => {
  const there = await describe(client, name);
  if (there && fresh) await client.send(new DeleteTableCommand({ TableName: name }));
  else if (there) {
    if (outline(there) === outline(shape)) return false;
    throw new StartError(
      `The data folder holds the table ${name} with other keys or indexes than the template: start over with npm start -- --fresh.`,
    );
  }
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: shape.KeySchema,
      AttributeDefinitions: shape.AttributeDefinitions,
      ...(shape.GlobalSecondaryIndexes && { GlobalSecondaryIndexes: shape.GlobalSecondaryIndexes }),
      ...(shape.StreamSpecification && {
        StreamSpecification: { StreamEnabled: true, ...shape.StreamSpecification },
      }),
    } as CreateTableCommand['input']), // zod's optional members may be undefined, which the SDK's types refuse and its serializer skips.
  );
  if (shape.TimeToLiveSpecification)
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: shape.TimeToLiveSpecification,
      }),
    );
  return true;
};
