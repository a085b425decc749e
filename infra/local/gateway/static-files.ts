import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Answer } from './answer.ts';

/** Files a deployment puts into a bucket: those of `folder`, under `prefix`. */
export type StaticFiles = {
  readonly folder: string;
  readonly prefix: string;
  readonly cacheControl: string | undefined;
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
};

// What a private bucket says to CloudFront of a key it lacks.
const missing: Answer = {
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code></Error>'),
};

/** The object under a bucket's key, as CloudFront passes it on. */
export const staticFile = async (deployed: readonly StaticFiles[], key: string): Promise<Answer> => {
  for (const { folder, prefix, cacheControl } of deployed) {
    const start = prefix ? `${prefix}/` : '';
    if (!key.startsWith(start)) continue;
    const file = normalize(join(folder, key.slice(start.length)));
    if (!file.startsWith(normalize(`${folder}/`)) || !(await stat(file).catch(() => undefined))?.isFile())
      continue;
    const type = types[extname(file)] ?? 'application/octet-stream';
    return {
      status: 200,
      headers: { 'content-type': type, ...(cacheControl && { 'cache-control': cacheControl }) },
      body: await readFile(file),
    };
  }
  return missing;
};
