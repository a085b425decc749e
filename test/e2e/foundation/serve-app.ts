import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import type { webApp } from '../../support/web-app.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

type Given = {
  readonly app: ReturnType<typeof webApp>['app'];
  readonly manifest: Readonly<Record<string, string>>;
  /** Where the assets were built. */
  readonly out: string;
  readonly origin: string;
  readonly port: number;
};

/** The site on fakes over HTTP, with its real style sheet and script. */
export const serveApp = async ({
  app,
  manifest,
  out,
  origin,
  port,
}: Given): Promise<{ stop: () => void }> => {
  const byPlainName = (name: string) => (manifest[name] ?? '').replace('/assets/', '');
  const http = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/assets/')) {
      const file = byPlainName(path.slice(8)) || path.slice(8);
      const content = await readFile(join(out, 'assets', file)).catch(() => undefined);
      return void response
        .writeHead(content ? 200 : 404, { 'content-type': types[extname(file)] ?? 'text/plain' })
        .end(content);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value));
    const method = request.method ?? 'GET';
    const answer = await app.request(origin + path, {
      method,
      headers,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const plain = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, { ...plain, 'set-cookie': answer.headers.getSetCookie() });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return { stop: () => http.close() };
};
