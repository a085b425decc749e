import * as z from 'zod';
import type { JsonObject } from '../template/json.ts';

/** An `AWS::Lambda::EventSourceMapping`, with Lambda's own defaults. */
export const eventSourceShape = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().int().positive().optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).default('TRIM_HORIZON'),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
  FilterCriteria: z
    .object({
      Filters: z.array(z.object({ Pattern: z.string().transform((text): JsonObject => JSON.parse(text)) })),
    })
    .optional(),
});
export type EventSource = z.output<typeof eventSourceShape>;

const failuresSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * What of a batch a function did not do, by its own word: undefined where it reports nothing or the mapping asks for
 * no report, so that all is done. A report that cannot be read throws: the whole batch failed.
 */
export const reportedFailures = (source: EventSource, result: unknown): readonly string[] => {
  if (!source.FunctionResponseTypes.includes('ReportBatchItemFailures')) return [];
  if (
    result === null ||
    result === undefined ||
    (typeof result === 'object' && !('batchItemFailures' in result))
  )
    return [];
  return failuresSchema.parse(result).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
};
