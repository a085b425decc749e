import type { Child } from 'hono/jsx';
import type { OwnAlum } from '../../../shared/alumni/view-alum.ts';
import type { Failure } from '../../../shared/failures.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import type { Said } from './said.ts';
import { overviewPath, type Step, steps } from './steps.ts';

export type StepProps = {
  readonly view: View;
  readonly own: OwnAlum;
  readonly said: Said;
  readonly failure?: Failure | undefined;
};

type FrameProps = StepProps & { form: FormState; step: Step; version: number; children: Child };

/** One page of a registration: its form, kept as soon as it is sent, and the way back. */
export const StepFrame = ({ view, own, form, step, version, failure, children }: FrameProps) => {
  const { t, href } = view;
  const title = t(`alumni.step.${step}`);
  const no = steps.indexOf(step) + 1;
  return (
    <Layout view={view} title={title}>
      <Head
        title={title}
        over={own.alum ? undefined : t('alumni.step.of', { no, all: steps.length })}
        lede={t(`alumni.${step}.lede`)}
        near
      />
      {failure?.kind === 'stale' || failure?.kind === 'conflict' ? (
        <Notice>
          <p role="alert">{t('alumni.problem.changed')}</p>
        </Notice>
      ) : (
        <ErrorSummary form={form} />
      )}
      <Form view={view} version={version} class="column flow">
        {children}
        <p class="acts">
          <button class="go" type="submit">
            {t(own.alum ? 'alumni.step.save' : 'alumni.step.go')}
          </button>
          <a href={href(overviewPath)}>{t('alumni.step.back')}</a>
        </p>
      </Form>
    </Layout>
  );
};
