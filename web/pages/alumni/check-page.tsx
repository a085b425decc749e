import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { StepProps } from './step-frame.tsx';
import { isDone, overviewPath, steps } from './steps.ts';
import { Summary } from './summary.tsx';

/** Everything once more, and the button that registers. */
export const CheckPage = ({ view, own, said, failure }: StepProps) => {
  const { t, href } = view;
  const form = formOf(view, { labels: () => undefined, failure });
  const isComplete = steps.every((step) => isDone(step, said));
  return (
    <Layout view={view} title={t('alumni.step.check')}>
      <Head title={t('alumni.step.check')} lede={t('alumni.check.lede')} near />
      <ErrorSummary form={form} />
      {!isComplete && (
        <Notice>
          <p>{t('alumni.check.incomplete')}</p>
        </Notice>
      )}
      <Summary view={view} own={own} said={said} />
      <Form view={view} version={own.profileVersion} class="flow gap-4">
        <Outbox view={view} title="" mail={[]}>
          {t('alumni.check.after')}
        </Outbox>
        <p class="acts">
          {isComplete && (
            <button class="go" type="submit">
              {t('alumni.check.go')}
            </button>
          )}
          <a href={href(overviewPath)}>{t('alumni.step.back')}</a>
        </p>
      </Form>
    </Layout>
  );
};
