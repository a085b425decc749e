import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ExportFiles } from './export.port.ts';

type Store = { readonly client: S3Client; readonly bucket: string };

const addressSeconds = 60;

/** Apart from the writing of exports, which pages and API never do. */
export const exportAddress =
  ({ client, bucket }: Store): ExportFiles['address'] =>
  ({ key, name, type }) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        // As a download and never as a page of ours; RFC 8187 for names in any script.
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        ResponseContentType: type,
      }),
      { expiresIn: addressSeconds },
    );
