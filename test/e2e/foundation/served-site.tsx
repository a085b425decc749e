import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { buildAssets } from '../../../infra/build/assets.ts';
import { Form } from '../../../web/components/form/form.tsx';
import { formOf } from '../../../web/components/form/form-state.ts';
import { TextArea } from '../../../web/components/form/text-area.tsx';
import { TextField } from '../../../web/components/form/text-fields.tsx';
import { Layout } from '../../../web/components/layout.tsx';
import { render } from '../../../web/respond.tsx';
import { viewOf } from '../../../web/view.ts';
import { aPerson, webApp } from '../../support/web-app.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
export const ada = aPerson('ada', { kind: 'member', organisationId: 'o1', as: 'owner' });

type Given = { root: string; out: string; port: number };

/**
 * The site on fakes with its real style sheet and script, and one page that saves by itself: `/my/words`.
 * `server.says` makes its next answers to autosave `down` or `stale`.
 */
export const serveSite = async ({ root, out, port }: Given) => {
  const { manifest } = await buildAssets({ root, build: out });
  const origin = `http://127.0.0.1:${port}`;
  const { app } = webApp({ people: [ada], ports: { publicOrigin: origin } });
  const server = { says: 'saved' as 'saved' | 'down' | 'stale', words: 'What stands', version: 1 };

  app
    .get('/my/words', (c) => {
      const view = viewOf(c);
      const form = formOf(view, {
        values: { words: server.words },
        labels: { words: 'Words', more: 'More' },
      });
      return render(
        c,
        <Layout view={view} title="Words">
          <Form view={view} version={server.version} autosave>
            <TextField form={form} name="words" />
            <TextArea form={form} name="more" limit={{ unit: 'words', max: 3 }} />
            <button class="go" type="submit">
              Save
            </button>
          </Form>
        </Layout>,
      );
    })
    .post('/my/words', (c) => {
      if (server.says === 'down') return c.text('', 503);
      if (server.says === 'stale') return c.json({ error: 'stale' }, 412);
      server.words = viewOf(c).typed.text('words').trim();
      server.version += 1;
      return c.req.header('x-autosave')
        ? c.json({ savedAt: '2027-01-04T12:00:00.000Z', version: server.version })
        : c.redirect('/en/my/words', 303);
    })
    .get('/my/budget', (c) =>
      render(
        c,
        <Layout view={viewOf(c)} title="Budget">
          <form data-totals="" data-max-cents="100000" data-match-percent="20">
            {[0, 1].map((line) => (
              <p data-line="">
                {['quantity', 'unitCost', 'requested', 'match'].map((field) => (
                  <input type="text" name={`lines.${line}.${field}`} aria-label={`${line} ${field}`} />
                ))}
                <output data-line-total="" />
              </p>
            ))}
            {['requested', 'match', 'cost', 'left', 'match-percent'].map((total) => (
              <output data-total={total} />
            ))}
          </form>
        </Layout>,
      ),
    );

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
  return { origin, server, stop: () => http.close() };
};
