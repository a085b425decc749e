import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Files } from './attachment.port.ts';
import { attachmentTypes, type ScanState, uploadSeconds } from './attachment.ts';
import { isSound, zipNames, zipTailBytes } from './file-content.ts';

type Store = {
  readonly client: S3Client;
  readonly bucket: string;
  /** `https://host`, no slash at the end: where a browser without scripts goes on after uploading. */
  readonly publicOrigin: string;
};

/** Long enough for a browser to follow it, and for nobody to pass it on. */
const addressSeconds = 60;
/** Enough to tell every accepted type by. */
const firstBytes = 8;

/** The tag that GuardDuty's Malware Protection for S3 puts on a file, and its words. */
export const scanTag = 'GuardDutyMalwareScanStatus';
const scanWords: Readonly<Record<string, ScanState>> = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'infected',
  UNSUPPORTED: 'unreadable',
};
/** What a scanner's word means for us. What it failed at or was kept from is to be scanned again, so it waits. */
export const scanStateOf = (word: string | undefined): ScanState => scanWords[word ?? ''] ?? 'waiting';

// Every service exception has it.
const statusOf = (error: unknown) =>
  error instanceof Error && '$metadata' in error
    ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode
    : undefined;

/** Who may not list a bucket is told 403 of what is not there, so that nobody can probe for names. */
const absent: readonly (number | undefined)[] = [403, 404];

export const attachmentFiles = ({ client, bucket, publicOrigin }: Store): Files => {
  const read = async (key: string, range: string) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: range }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };

  return {
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

    async find(key) {
      const of = { Bucket: bucket, Key: key };
      try {
        const { ContentLength, ETag } = await client.send(new HeadObjectCommand(of));
        // After the head and never before: a file that came in between has no tag yet, and so waits.
        const { TagSet, VersionId } = await client.send(new GetObjectTaggingCommand(of));
        return {
          size: ContentLength ?? 0,
          etag: (ETag ?? '').replaceAll('"', ''),
          scan: scanStateOf(TagSet?.find(({ Key }) => Key === scanTag)?.Value),
          versionId: VersionId,
        };
      } catch (error) {
        if (absent.includes(statusOf(error))) return undefined;
        throw error;
      }
    },

    async isSound({ key, type, size }) {
      if (size === 0) return false;
      const begins = (await read(key, `bytes=0-${firstBytes - 1}`)).toString('hex');
      const isPackage = attachmentTypes[type].holds !== undefined;
      const names = isPackage ? zipNames(await read(key, `bytes=-${Math.min(size, zipTailBytes)}`)) : [];
      return isSound(type, { begins, names });
    },

    address: ({ key, name, type, versionId }) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          VersionId: versionId,
          // As a download and never as a page of ours; RFC 8187 for names in any script.
          ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          ResponseContentType: type,
          ResponseCacheControl: 'no-store',
        }),
        { expiresIn: addressSeconds },
      ),

    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
};
