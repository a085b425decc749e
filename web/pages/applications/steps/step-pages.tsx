import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { instantsOf } from '../../../../shared/programs/round.ts';
import { CheckField } from '../../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { formOf } from '../../../components/form/form-state.ts';
import { Outbox } from '../../../components/outbox.tsx';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { isHeld, pathOf } from '../task-stops.ts';

type Props = { view: View; seen: ApplicationView; failure?: Failure | undefined };
type Step = 'reopen' | 'withdraw';

const Nobody = ({ view }: { view: View }) => (
  <div class="gap-4">
    <Outbox view={view} title="" mail={[]}>
      {view.t('applications.step.nobody')}
    </Outbox>
  </div>
);

const NotPossible = ({ view, seen, step }: Props & { step: Step }) => {
  const { t } = view;
  const state = t(`applications.status.${seen.application.status}`);
  return (
    <ApplicationFrame view={view} seen={seen} title={t(`applications.${step}.title`)}>
      <h2>{t('applications.not-possible.title')}</h2>
      <p class="gap-2">{t('applications.not-possible.text', { state })}</p>
      <p class="gap-3">
        <a class="tap" href={view.href(pathOf(seen.application.id))}>
          {t('applications.back')}
        </a>
      </p>
    </ApplicationFrame>
  );
};

const Acts = ({ view, seen, step }: Props & { step: Step }) => (
  <div class="acts gap-4">
    <button class="go" type="submit">
      {view.t(`applications.${step}.go`)}
    </button>
    <a href={view.href(pathOf(seen.application.id))}>{view.t(`applications.${step}.no`)}</a>
  </div>
);

/** Says what taking a submission back means before it is done. */
export const ReopenPage = (props: Props) => {
  const { view, seen, failure } = props;
  const { t, format } = view;
  const { application, round, actions } = seen;
  if (!actions.includes('reopen') && !failure) return <NotPossible {...props} step="reopen" />;
  const form = formOf(view, { failure, labels: {} });
  const zone = view.viewerZone ?? round.zone;
  const { closes } = instantsOf({ ...round, reviewDue: round.closes });
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.reopen.title')}>
      <ErrorSummary form={form} />
      <h2>{t('applications.reopen.title')}</h2>
      <div class="flow gap-2">
        <p>
          {t(application.paper ? 'paper.reopen.text' : 'applications.reopen.text', {
            when: format.moment(application.submission?.at ?? application.createdAt, zone),
            closes: format.moment(closes, round.zone),
          })}
        </p>
        <p>{t('applications.reopen.signature')}</p>
        <p>{t('applications.reopen.receipt')}</p>
      </div>
      <Nobody view={view} />
      <Form view={view}>
        <Acts {...props} step="reopen" />
      </Form>
    </ApplicationFrame>
  );
};

/** Ends the application: said before, ticked, and only then done. */
export const WithdrawPage = (props: Props) => {
  const { view, seen, failure } = props;
  const { t } = view;
  if (!seen.actions.includes('withdraw') && !failure) return <NotPossible {...props} step="withdraw" />;
  const label = t('applications.withdraw.check', { title: seen.application.title });
  const form = formOf(view, {
    failure,
    labels: { sure: label },
    words: ({ path }) => (path === 'sure' ? t('applications.withdraw.check.missing', { label }) : undefined),
  });
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.withdraw.title')}>
      <ErrorSummary form={form} />
      <h2>{t('applications.withdraw.title')}</h2>
      <div class="flow gap-2">
        <p>{t(seen.as === 'scribe' ? 'paper.withdraw.text' : 'applications.withdraw.text')}</p>
        {!isHeld(seen) && <p>{t('applications.withdraw.after')}</p>}
      </div>
      <Form view={view} class="gap-3">
        <CheckField form={form} name="sure" label={label} />
        <Nobody view={view} />
        <Acts {...props} step="withdraw" />
      </Form>
    </ApplicationFrame>
  );
};
