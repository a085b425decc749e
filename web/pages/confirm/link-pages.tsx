import type { Child } from 'hono/jsx';
import { Form } from '../../components/form/form.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';

type What = 'letter' | 'signing';

/** What a mailed link leads to: nothing is read or answered before the button, which takes the token off the address. */
export const OpeningPage = ({ view, what }: { view: View; what: What }) => {
  const { t } = view;
  return (
    <Layout view={view} title={t(`counterpart.opening.${what}.title`)} bare>
      <Head title={t(`counterpart.opening.${what}.title`)} lede={t(`counterpart.opening.${what}.text`)} />
      <Form view={view} class="gap-4">
        <div class="acts">
          <button class="go" type="submit">
            {t('counterpart.opening.go')}
          </button>
        </div>
        <p class="small soft gap-2 measure">{t('counterpart.opening.nothing')}</p>
        <p class="small soft measure">{t('counterpart.opening.session')}</p>
      </Form>
    </Layout>
  );
};

/** Why the page is closed: its half hour is over, it was never opened here, or another request was opened since. */
export type Ending = 'closed' | 'never' | 'other';

/** What happened, what is kept and what to do: the link in the mail opens it again. */
export const SessionEndedPage = ({ view, ending, kept }: { view: View; ending: Ending; kept?: boolean }) => {
  const { t } = view;
  const said: Child = kept ? t('counterpart.ended.kept') : t('counterpart.ended.nothing');
  return (
    <Layout view={view} title={t('counterpart.ended.title')} bare>
      <Head title={t('counterpart.ended.title')} lede={t(`counterpart.ended.${ending}`)} />
      <div class="measure flow">
        <p>{t('counterpart.ended.what')}</p>
        {ending !== 'never' && <p>{said}</p>}
      </div>
    </Layout>
  );
};

/** The office's link has gone on to a colleague. */
export const HandedOnPage = ({ view }: { view: View }) => (
  <Layout view={view} title={view.t('counterpart.handed-on.title')} bare>
    <Head title={view.t('counterpart.handed-on.title')} />
    <p class="measure">{view.t('counterpart.handed-on.text')}</p>
  </Layout>
);
