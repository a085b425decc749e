import { region } from '../template/resource-types.ts';
import type { StreamRecord } from './stream-batch.ts';

type Answer = {
  Table?: { LatestStreamArn?: string };
  StreamDescription?: { Shards?: { ShardId: string }[] };
  ShardIterator?: string;
  Records?: StreamRecord[];
  NextShardIterator?: string;
};

/**
 * DynamoDB's stream as it stands on the wire. Not through the SDK: that turns binary and times into objects, and a
 * function gets them as they were sent.
 */
export const streamClient = (endpoint: string) => {
  const call = async (target: string, input: object): Promise<Answer> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        // The engine reads the region from here and checks no signature.
        authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
        'x-amz-date': '20260101T000000Z',
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return (await response.json()) as Answer; // DynamoDB's own protocol; each caller reads one optional member.
    throw new Error(`${target} failed: ${await response.text()}`);
  };
  const streams = (action: string, input: object) => call(`DynamoDBStreams_20120810.${action}`, input);
  return {
    streamOf: async (table: string) =>
      (await call('DynamoDB_20120810.DescribeTable', { TableName: table })).Table?.LatestStreamArn,
    shardsOf: async (stream: string) =>
      ((await streams('DescribeStream', { StreamArn: stream })).StreamDescription?.Shards ?? []).map(
        ({ ShardId }) => ShardId,
      ),
    iterator: async (stream: string, shard: string, after: string | undefined) => {
      const from = after
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
        : { ShardIteratorType: 'TRIM_HORIZON' };
      return (await streams('GetShardIterator', { StreamArn: stream, ShardId: shard, ...from }))
        .ShardIterator;
    },
    records: async (iterator: string, limit: number) => {
      const { Records = [], NextShardIterator } = await streams('GetRecords', {
        ShardIterator: iterator,
        Limit: limit,
      });
      return { records: Records, next: NextShardIterator };
    },
  };
};
export type StreamClient = ReturnType<typeof streamClient>;
