import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';

/** After the end of an account: nobody is signed in here any more. */
export const DeletedPage = ({ view }: { view: View }) => (
  <Layout view={view} title={view.t('personal.deleted.title')}>
    <Head title={view.t('personal.deleted.title')} />
    <div class="flow measure">
      <p role="status">{view.t('personal.deleted.text')}</p>
    </div>
  </Layout>
);
