import { brotliDecompressSync } from 'node:zlib';
import { ok } from '../../shared/kernel/result.ts';
import { platformApi } from '../../shared/platform/platform.api.ts';
import { type Container, createContainer } from '../container/platform.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

type ApiDocument = Readonly<Record<string, unknown>> & { readonly openapi: string };

// Put in by the build, which reads it off the contracts and compresses it. Absent in tests.
declare const API_DOCUMENT: string | undefined;

const unpacked = (text: string): ApiDocument =>
  JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64')).toString('utf8'));

export const createHandler = (container: Container, document: ApiDocument, write: Log) =>
  chain(
    [bind(platformApi.health, container.viewHealth), bind(platformApi.document, async () => ok(document))],
    { ...container, log: write },
  );

export const handler = createHandler(
  createContainer(process.env),
  typeof API_DOCUMENT === 'undefined' ? { openapi: '3.1.0' } : unpacked(API_DOCUMENT),
  log,
);
