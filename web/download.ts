import type { Context } from 'hono';
import type { Site } from './view.ts';

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;

/** A file to save, compressed on its way: an answer may have 6 MB, and words shrink to a fifth. */
export const download = (c: Context<Site>, name: string, type: keyof typeof types, text: string) =>
  c.body(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')), 200, {
    'content-type': types[type],
    'content-encoding': 'gzip',
    'content-disposition': `attachment; filename="${name}.${type}"`,
    'cache-control': 'no-store',
  });
