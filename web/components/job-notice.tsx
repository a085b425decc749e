import type { SeenJob } from '../../shared/jobs/view-job.ts';
import { isUnderWay } from '../look-again.ts';
import type { View } from '../view.ts';
import { Form } from './form/form.tsx';
import { Notice } from './notice.tsx';

/** `ended`: what to say once it has failed or was cancelled. */
type Props = { view: View; job: SeenJob; ended: readonly string[] };

/** What long work is at, with the form that cancels it, or how it ended. Nothing once it is done. */
export const JobNotice = ({ view, job, ended }: Props) => {
  const { t } = view;
  if (job.status === 'done') return null;
  const active = isUnderWay(job);
  const [said, ...more] = active
    ? [t(`assignment.job.${job.stalled ? 'stalled' : job.status === 'queued' ? 'queued' : 'running'}`)]
    : ended;
  return (
    <div class="gap-3" role="status">
      <Notice>
        <p>
          <strong>{said}</strong>
        </p>
        {more.map((one) => (
          <p>{one}</p>
        ))}
        {active && job.total > 0 && (
          <p>
            <progress max={job.total} value={job.done} aria-label={t('assignment.job.progress')} />{' '}
            {t('assignment.job.step', { done: job.done, total: job.total })}
          </p>
        )}
        {active && (
          <>
            <p class="soft">{t('assignment.job.refresh')}</p>
            <Form view={view} class="acts">
              <input type="hidden" name="jobId" value={job.id} />
              <button class="go2" type="submit" name="action" value="cancel">
                {t('assignment.job.cancel')}
              </button>
            </Form>
          </>
        )}
      </Notice>
    </div>
  );
};
