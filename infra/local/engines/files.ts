import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';
import type { Listener } from './listener.ts';

const corsRule = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).optional(),
  ExposedHeaders: z.array(z.string()).optional(),
  MaxAge: z.number().optional(),
});
/** An `AWS::S3::Bucket` as far as it matters here. */
export const bucketShape = z.object({
  CorsConfiguration: z.object({ CorsRules: z.array(corsRule) }).optional(),
});
export type Bucket = { readonly name: string; readonly cors: readonly z.output<typeof corsRule>[] };
/** An `AWS::GuardDuty::MalwareProtectionPlan`: which bucket's files are looked at. */
export const scanPlanShape = z.object({
  ProtectedResource: z.object({ S3Bucket: z.object({ BucketName: z.string() }) }),
});

/** What the engine says of every change of a file. */
type FileEvent = {
  readonly Records: readonly {
    readonly eventName: string;
    readonly s3: {
      readonly bucket: { readonly name: string };
      readonly object: { readonly key: string; readonly size?: number; readonly eTag?: string };
    };
  }[];
};
type FileServer = {
  run: () => Promise<{ port: number }>;
  close: () => Promise<void>;
  on: (event: 'event', listener: (event: FileEvent) => void) => void;
  store: { deleteSubresource: (bucket: string, key: string, kind: 'tagging') => Promise<void> };
};

/** A file that has just come, or has come in place of another. */
export type Uploaded = {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
};
type FileServerOptions = {
  address: string;
  port: number;
  directory: string;
  silent: boolean;
  allowMismatchedSignatures: boolean;
  vhostBuckets: boolean;
  configureBuckets: { name: string; configs: string[] }[];
};

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
const elements = (name: string, values: readonly string[] = []) =>
  values.map((value) => `<${name}>${escapeXml(value)}</${name}>`).join('');
const corsXml = (rules: Bucket['cors']) =>
  `<CORSConfiguration>${rules
    .map(
      (rule) =>
        `<CORSRule>${elements('AllowedOrigin', rule.AllowedOrigins)}${elements('AllowedMethod', rule.AllowedMethods)}` +
        `${elements('AllowedHeader', rule.AllowedHeaders)}${elements('ExposeHeader', rule.ExposedHeaders)}` +
        `${rule.MaxAge === undefined ? '' : elements('MaxAgeSeconds', [String(rule.MaxAge)])}</CORSRule>`,
    )
    .join('')}</CORSConfiguration>`;

/** S3 on this machine, one folder per bucket. It believes any signature, so the app checks size, type and policy itself. */
export const startFiles = async (
  directory: string,
  port: number,
  buckets: readonly Bucket[],
  onUpload: (uploaded: Uploaded) => void = () => undefined,
): Promise<Listener> => {
  mkdirSync(directory, { recursive: true });
  const require = createRequire(import.meta.url);
  // The engine brings no types; these are the ones used here.
  const FileEngine = require('s3rver') as new (options: FileServerOptions) => FileServer;
  const server = new FileEngine({
    address: '127.0.0.1',
    port,
    directory,
    silent: true,
    allowMismatchedSignatures: true,
    vhostBuckets: false,
    configureBuckets: buckets.map(({ name, cors }) => ({
      name,
      configs: cors.length ? [corsXml(cors)] : [],
    })),
  });
  server.on('event', ({ Records }) => {
    for (const { eventName, s3 } of Records) {
      if (!eventName.startsWith('ObjectCreated:')) continue;
      const { key, size = 0, eTag: etag = '' } = s3.object;
      const of = { bucket: s3.bucket.name, key };
      // S3 keeps no tag of a file that is written over; this engine does.
      void server.store
        .deleteSubresource(of.bucket, key, 'tagging')
        .then(() => onUpload({ ...of, size, etag }));
    }
  });
  const { port: actual } = await server.run();
  return { port: actual, close: () => server.close() };
};
