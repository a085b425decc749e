import type { Child } from 'hono/jsx';
import { asset } from '../assets.ts';
import { languages } from '../messages/language.ts';
import type { View } from '../view.ts';
import { Docket, type DocketCell } from './docket.tsx';
import { Foot } from './foot.tsx';
import { Masthead } from './masthead.tsx';
import { Notice } from './notice.tsx';

type Props = {
  view: View;
  /** The page's own title; the site's name is added for the window. The page writes its own `<h1>` (`Head`). */
  title: string;
  /** Made-up content: says so on a strip above the masthead. */
  demo?: boolean | undefined;
  /** At most four cells: which paper this is. */
  docket?: readonly DocketCell[] | undefined;
  /** Without navigation and account: letters opened by a link. */
  bare?: boolean;
  children: Child;
};

// `.example` is reserved for what is made up (RFC 2606): nobody real has an address there, nor pages of their own.
const isMadeUp = ({ person }: View): boolean => person?.account.email.endsWith('.example') ?? false;

/** Every page: head, masthead, main, foot. `render(c, <Layout …>)` sends it. */
export const Layout = ({ view, title, demo, docket, bare, children }: Props) => {
  const { language, t, path } = view;
  const plain = path.replace(/\?.*$/, '');
  const madeUp = demo || isMadeUp(view);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} | ${t('site.name')}`}</title>
        <link rel="icon" type="image/svg+xml" href={asset('icon.svg')} />
        <link rel="stylesheet" href={asset('site.css')} />
        <link rel="canonical" href={`/${language}${plain}`} />
        {languages.map((one) => (
          <link rel="alternate" hreflang={one} href={`/${one}${plain}`} />
        ))}
        <script type="module" src={asset('site.js')} />
      </head>
      <body>
        <a class="skip" href="#main">
          {t('site.skip')}
        </a>
        <header>
          {madeUp && (
            <div class="demo">
              <p class="page">{t('site.demo')}</p>
            </div>
          )}
          <Masthead view={view} {...(bare && { bare })} />
        </header>
        <main class={docket ? 'page docketed' : 'page'} id="main" tabindex={-1}>
          {docket && <Docket cells={docket} />}
          {view.returned && (
            <div class="gap-4" role="status">
              <Notice>
                <p>
                  <strong>{t('site.returned.title')}</strong>
                </p>
                <p>{t('site.returned.text')}</p>
              </Notice>
            </div>
          )}
          {children}
        </main>
        <Foot view={view} demo={madeUp} />
      </body>
    </html>
  );
};
