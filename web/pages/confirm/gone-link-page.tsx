import type { Failure } from '../../../shared/failures.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; what: 'letter' | 'signing'; failure: Failure };

/** A link that opens nothing (any more): whom to ask for a new one, and nothing of what it once opened. */
export const GoneLinkPage = ({ view, what, failure }: Props) => {
  const { t, format, language, viewerZone } = view;
  const zone = language === 'ja' ? 'Asia/Tokyo' : (viewerZone ?? 'UTC');
  const words =
    failure.kind === 'link-expired' && what === 'letter'
      ? t('applications.letter.expired.text', { when: format.moment(failure.expiredAt, zone) })
      : t(`applications.${what}.gone.text`);
  return (
    <Layout view={view} title={t(`applications.${what}.gone.title`)} bare>
      <Head title={t(`applications.${what}.gone.title`)} />
      <p class="measure">{words}</p>
    </Layout>
  );
};
