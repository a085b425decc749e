import type { FileWithheld } from '../../shared/applications/application.errors.ts';
import type { View } from '../view.ts';
import { Layout } from './layout.tsx';

type Props = { view: View; scan: FileWithheld['scan']; back: string };

/** Instead of a file that no scanner has found clean: why it does not open, and what to do. */
export const FileWithheldPage = ({ view, scan, back }: Props) => {
  const { t } = view;
  const title = t(`files.withheld.${scan}.title`);
  return (
    <Layout view={view} title={title}>
      <h1>{title}</h1>
      <p class="gap-2">{t(`files.withheld.${scan}.text`)}</p>
      <p class="gap-3">
        <a class="tap" href={view.href(back)}>
          {t('files.withheld.back')}
        </a>
      </p>
    </Layout>
  );
};
