import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Table = { readonly client: DynamoDBDocumentClient; readonly table: string };

/** ElectroDB lower-cases keys unless told otherwise, and two ids could become one. */
export const exactCase = 'none';
