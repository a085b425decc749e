import type { Failure } from '../../../shared/failures.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; failure?: Failure | undefined };

/** What one side tells the program office of the other, folded. */
export const ReportForm = ({ view, failure }: Props) => {
  const { t } = view;
  const isSent = view.typed.text('act') === 'report';
  const own = isSent ? failure : undefined;
  const form = formOf(view, { failure: own, labels: { report: t('introductions.one.report') } });
  return (
    <Twin summary={t('introductions.one.report.go')} open={own !== undefined}>
      <Form view={view} class="flow gap-3">
        <ErrorSummary form={form} />
        <TextArea form={form} name="report" rows={5} hint={t('introductions.one.report.hint')} />
        <Outbox view={view} title="" mail={[]} level={3} />
        <p class="acts">
          <button class="go2" type="submit" name="act" value="report">
            {t('introductions.one.report.go')}
          </button>
        </p>
      </Form>
    </Twin>
  );
};
