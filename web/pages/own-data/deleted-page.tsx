import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';

/** After the end of an account: nobody is signed in here any more. */
export const DeletedPage = ({ view, logoutUrl }: { view: View; logoutUrl: string }) => {
  const { t } = view;
  return (
    <Layout view={view} title={t('personal.deleted.title')}>
      <Head title={t('personal.deleted.title')} />
      <div class="flow measure">
        <p role="status">{t('personal.deleted.text')}</p>
        {logoutUrl && (
          <p class="acts">
            <a class="go2" href={logoutUrl}>
              {t('personal.deleted.leave')}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
};
