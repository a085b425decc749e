import type { Child } from 'hono/jsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';

/** The day these words were last changed. */
const wordsOf = '2026-11-29';

type Props = {
  view: View;
  title: string;
  lede: string;
  /** Not yet approved by a lawyer: says so. */
  draft?: boolean;
  ask: { title: string; text: string; link: string };
  children: Child;
};

/** A notice to everyone: title, sections, and whom to ask. */
export const NoticePage = ({ view, title, lede, draft, ask, children }: Props) => (
  <Layout view={view} title={title}>
    <Head title={title} lede={lede} />
    <div class="flow measure">
      {draft && (
        <Notice>
          <p>
            <strong>{view.t('legal.draft')}</strong>
          </p>
          <p>{view.t('legal.updated', { date: view.format.date(wordsOf) })}</p>
        </Notice>
      )}
      {children}
      <h2>{ask.title}</h2>
      <p>{ask.text}</p>
      <p>
        <a class="tap" href={view.href('/ask')}>
          {ask.link}
        </a>
      </p>
    </div>
  </Layout>
);

/** One section: a heading and its paragraphs, or a list where there are several. */
export const Section = ({ title, words }: { title: string; words: readonly string[] }) => (
  <>
    <h2>{title}</h2>
    {words.length === 1 ? (
      <p>{words[0]}</p>
    ) : (
      <ul class="points">
        {words.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    )}
  </>
);
