import type { Failure } from '../../../shared/failures.ts';
import type { Study } from '../../../shared/matches/study.ts';
import { type WeightsInForce, weightNames } from '../../../shared/matches/weights.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { Plans } from './plans.tsx';
import { ScoreForm } from './score-form.tsx';

type Props = {
  view: View;
  inForce: WeightsInForce;
  plans: readonly Study[];
  told?: 'applied' | 'rebuild' | undefined;
  failure?: Failure | undefined;
};

const Weights = ({ view, inForce, failure }: Pick<Props, 'view' | 'inForce' | 'failure'>) => {
  const { t } = view;
  const labels = Object.fromEntries(weightNames.map((name) => [name, t(`matches.weight.${name}`)]));
  const form = formOf(view, {
    labels,
    values: inForce.weights,
    failure,
    words: ({ path, code, detail }) => {
      if (code === 'above-nearer') return t('matches.weights.above', { label: labels[path] ?? path });
      return code === 'not-100' ? t('matches.weights.not-100', { sum: detail ?? '' }) : undefined;
    },
  });
  return (
    <>
      {failure?.kind === 'stale' || failure?.kind === 'conflict' ? (
        <Notice>
          <p role="alert">{t('matches.weights.changed')}</p>
        </Notice>
      ) : (
        <ErrorSummary form={form} />
      )}
      <Form view={view} version={inForce.version} class="column flow">
        {weightNames.map((name) => (
          <TextField form={form} name={name} num inputmode="numeric" />
        ))}
        <p class="small soft">{t('matches.weights.note')}</p>
        <p class="acts">
          <button class="go" type="submit" name="do" value="try">
            {t('matches.weights.try')}
          </button>
          <button class="go2" type="submit" name="do" value="apply">
            {t('matches.weights.apply')}
          </button>
        </p>
      </Form>
    </>
  );
};

/** The weights, what others would change, plans for the whole network, and making all lists anew. */
export const StaffMatchingPage = ({ view, inForce, plans, told, failure }: Props) => {
  const { t } = view;
  return (
    <Layout view={view} title={t('matches.staff.title')}>
      <Head title={t('matches.staff.title')} lede={t('matches.staff.lede')} />
      {told && (
        <div role="status">
          <Notice>
            <p>{t(told === 'applied' ? 'matches.weights.applied' : 'matches.rebuild.asked')}</p>
          </Notice>
        </div>
      )}
      <Band id="weights" title={t('matches.weights.title')} lede={t('matches.weights.lede')}>
        <Weights view={view} inForce={inForce} failure={failure} />
      </Band>
      <Band id="score" title={t('matches.score.title')} lede={t('matches.score.band')}>
        <ScoreForm view={view} />
      </Band>
      <Band id="plans" title={t('matches.plans.title')} lede={t('matches.plans.lede')}>
        <Plans view={view} plans={plans} at="/alumni/matching/plans" />
      </Band>
      <Band id="rebuild" title={t('matches.rebuild.title')} lede={t('matches.rebuild.lede')}>
        <Form view={view}>
          <p class="acts">
            <button class="go2" type="submit" name="do" value="rebuild">
              {t('matches.rebuild.go')}
            </button>
          </p>
        </Form>
      </Band>
    </Layout>
  );
};
