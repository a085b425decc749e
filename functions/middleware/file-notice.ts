import * as z from 'zod';
import { taskSchema } from './task-batch.ts';

/** S3's "Object Created", as EventBridge tells it. */
const uploadedSchema = z
  .object({ source: z.literal('aws.s3'), detail: z.object({ object: z.object({ key: z.string() }) }) })
  .transform(({ detail }) => ({ kind: 'uploaded' as const, key: detail.object.key }));

/** GuardDuty's "Malware Protection Object Scan Result". */
const scannedSchema = z
  .object({
    source: z.literal('aws.guardduty'),
    detail: z.object({
      s3ObjectDetails: z.object({ objectKey: z.string(), eTag: z.string() }),
      scanResultDetails: z.object({ scanResultStatus: z.string() }),
    }),
  })
  .transform(({ detail: { s3ObjectDetails, scanResultDetails } }) => ({
    kind: 'scanned' as const,
    key: s3ObjectDetails.objectKey,
    etag: s3ObjectDetails.eTag.replaceAll('"', ''),
    result: scanResultDetails.scanResultStatus,
  }));

/** All that the queue of files brings: what happened to a file at the store, and what happened to its draft. */
export const fileNoticeSchema = z.union([uploadedSchema, scannedSchema, taskSchema]);
