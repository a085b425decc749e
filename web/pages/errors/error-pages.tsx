import type { Child } from 'hono/jsx';
import { keptMinutes } from '../../../shared/platform/kept-form.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';

const Plain = ({ view, title, children }: { view: View; title: string; children: Child }) => (
  <Layout view={view} title={title}>
    <Head title={title} />
    <div class="flow measure">{children}</div>
  </Layout>
);

const Doors = ({ view: { href, t } }: { view: View }) => (
  <p class="acts">
    <a href={href('/')}>{t('site.links.home')}</a>
    <a href={href('/rounds')}>{t('site.nav.rounds')}</a>
    <a href={href('/ask')}>{t('site.foot.ask')}</a>
  </p>
);

export const NotFoundPage = ({ view }: { view: View }) => (
  <Plain view={view} title={view.t('site.not-found.title')}>
    <p>{view.t('site.not-found.text')}</p>
    <Doors view={view} />
  </Plain>
);

/** A defect of ours: the request's number and nothing of what went wrong. */
export const FailedPage = ({ view }: { view: View }) => (
  <Plain view={view} title={view.t('site.failed.title')}>
    <p>{view.t('site.failed.text')}</p>
    <p>
      {view.t('site.failed.number')} <code>{view.requestId}</code>
    </p>
    <Doors view={view} />
  </Plain>
);

/** A form that did not come from a page of ours, or is none. */
export const RefusedPage = ({ view, status }: { view: View; status: 400 | 403 | 413 | 415 }) => {
  const kind = status === 413 ? 'too-large' : status === 403 ? 'refused' : 'unreadable';
  return (
    <Plain view={view} title={view.t(`site.${kind}.title`)}>
      <p>{view.t(`site.${kind}.text`)}</p>
      <Doors view={view} />
    </Plain>
  );
};

type ExpiredProps = { view: View; kept: boolean; signIn: string };

/** A form was sent after the sign-in had ended. */
export const ExpiredPage = ({ view, kept, signIn }: ExpiredProps) => (
  <Plain view={view} title={view.t('site.expired.title')}>
    <p>{kept ? view.t('site.expired.text', { minutes: keptMinutes }) : view.t('site.expired.no-room')}</p>
    <p class="acts">
      <a class="go" href={signIn}>
        {view.t(kept ? 'site.expired.go' : 'site.sign-in')}
      </a>
    </p>
  </Plain>
);
