import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';

/** Came back without being signed in: why as far as it is the person's to mend, and the way to try again. */
export const SignInFailedPage = ({ view, unconfirmed }: { view: View; unconfirmed: boolean }) => {
  const { t, href } = view;
  return (
    <Layout view={view} title={t('site.sign-in-failed.title')}>
      <Head title={t('site.sign-in-failed.title')} />
      <div class="flow measure">
        <p>{t(unconfirmed ? 'site.sign-in-failed.address' : 'site.sign-in-failed.text')}</p>
        <p class="acts">
          <a class="go" href={href('/sign-in')}>
            {t('site.sign-in-failed.go')}
          </a>
        </p>
      </div>
    </Layout>
  );
};
