import { buildAssets } from '../../../infra/build/assets.ts';
import { Form } from '../../../web/components/form/form.tsx';
import { formOf } from '../../../web/components/form/form-state.ts';
import { TextArea } from '../../../web/components/form/text-area.tsx';
import { TextField } from '../../../web/components/form/text-fields.tsx';
import { Layout } from '../../../web/components/layout.tsx';
import { render } from '../../../web/respond.tsx';
import { viewOf } from '../../../web/view.ts';
import { aPerson, webApp } from '../../support/web-app.ts';
import { serveApp } from './serve-app.ts';

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
            <TextArea form={form} name="more" limit={{ words: 3, characters: 9 }} />
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

  const { stop } = await serveApp({ app, manifest, out, origin, port });
  return { origin, server, stop };
};
