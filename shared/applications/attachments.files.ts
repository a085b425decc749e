import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Files } from './attachment.port.ts';
import type { ArrivedFile } from './attachment.ts';

type Store = {
  readonly client: S3Client;
  readonly bucket: string;
  /** `https://host`, no slash at the end: where a browser without scripts goes on after uploading. */
  readonly publicOrigin: string;
};

const uploadSeconds = 3600;
const addressSeconds = 300;
/** Enough to tell every accepted type by. */
const firstBytes = 8;

// Every service exception has it.
const statusOf = (error: unknown) =>
  error instanceof Error && '$metadata' in error
    ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode
    : undefined;

/** Who may not list a bucket is told 403 of what is not there, so that nobody can probe for names. */
const absent: readonly (number | undefined)[] = [403, 404];
/** No first bytes to give: the file is empty. */
const rangeNotSatisfiable = 416;

/** `bytes 0-7/1234`: the file's size stands behind the slash. */
const sizeIn = (contentRange: string | undefined) => Number(/\/(\d+)$/.exec(contentRange ?? '')?.[1]);

export const attachmentFiles = ({ client, bucket, publicOrigin }: Store): Files => ({
  async offerUpload({ key, type, maximumBytes, goOnTo }) {
    const { url, fields } = await createPresignedPost(client, {
      Bucket: bucket,
      Key: key,
      Fields: {
        'Content-Type': type,
        ...(goOnTo && { success_action_redirect: `${publicOrigin}${goOnTo}` }),
      },
      Conditions: [['content-length-range', 1, maximumBytes]],
      Expires: uploadSeconds,
    });
    return { url, fields };
  },

  async arrived(key) {
    try {
      const { Body, ContentRange, ETag } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${firstBytes - 1}` }),
      );
      const bytes = await Body?.transformToByteArray();
      const found: ArrivedFile = {
        size: sizeIn(ContentRange),
        etag: (ETag ?? '').replaceAll('"', ''),
        begins: Buffer.from(bytes ?? []).toString('hex'),
      };
      return found;
    } catch (error) {
      const status = statusOf(error);
      if (absent.includes(status)) return undefined;
      if (status === rangeNotSatisfiable) return { size: 0, etag: '', begins: '' };
      throw error;
    }
  },

  address: ({ key, name, type }) =>
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
    ),

  async remove(key) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },
});
