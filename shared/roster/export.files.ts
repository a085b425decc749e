import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { makeZip } from 'client-zip';
import type { ExportFiles, ZipEntry } from './export.port.ts';
import { exportAddress } from './export-address.files.ts';

type Store = { readonly client: S3Client; readonly bucket: string };

/** S3 takes ten thousand parts of five megabytes at least; eight make a file of eighty gigabytes. */
const partBytes = 8 * 1024 * 1024;

/** What comes, in parts of one size; the last one may be shorter, and of nothing there is one empty part. */
async function* inParts(bytes: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let any = false;
  for await (const piece of bytes) {
    const buffer = Buffer.from(piece as Uint8Array); // A string and bytes are told apart by Buffer itself.
    held.push(buffer);
    size += buffer.length;
    while (size >= partBytes) {
      const all = Buffer.concat(held);
      yield all.subarray(0, partBytes);
      any = true;
      held = [all.subarray(partBytes)];
      size -= partBytes;
    }
  }
  if (size > 0 || !any) yield Buffer.concat(held);
}

async function* inputsOf(entries: AsyncIterable<ZipEntry>) {
  for await (const { name, bytes } of entries) yield { name, input: bytes };
}

const statusOf = (error: unknown) =>
  error instanceof Error && '$metadata' in error
    ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode // Every service exception has it.
    : undefined;

export const exportFiles = ({ client, bucket: Bucket }: Store): ExportFiles => ({
  async write(Key, ContentType, bytes) {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType }));
    try {
      const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
      let written = 0;
      for await (const Body of inParts(bytes)) {
        const PartNumber = Parts.length + 1;
        const { ETag } = await client.send(
          new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
        );
        Parts.push({ ETag, PartNumber });
        written += Body.length;
      }
      await client.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
      );
      return written;
    } catch (error) {
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
      throw error;
    }
  },

  zip: (entries) => makeZip(inputsOf(entries)),

  async read(Key, etag, VersionId) {
    try {
      const { Body, ETag = '' } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      if (ETag.replaceAll('"', '') !== etag || !Body) return undefined;
      return Body.transformToWebStream();
    } catch (error) {
      // Who may not list a bucket is told 403 of what is not there.
      if ([403, 404].includes(statusOf(error) ?? 0)) return undefined;
      throw error;
    }
  },

  address: exportAddress({ client, bucket: Bucket }),
});
