import type { PlanFigures } from '../../../shared/assignment/plan-record.ts';
import { Band } from '../../components/head.tsx';
import { Facts } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import type { PlanProps } from './plan-props.ts';
import { plansPath, signed } from './plan-words.ts';

/** The figures of a plan; for one who may not see all of it, why there are none. */
export const PlanFacts = ({ view, seen }: PlanProps) => {
  const { t, format } = view;
  const { figures, plan } = seen;
  if (!figures)
    return (
      <div class="gap-3">
        <Notice>
          <p>{t('assignment.figures.kept')}</p>
        </Notice>
      </div>
    );
  const fair = plan.settings.objective === 'fair';
  const { bound, searched } = figures;
  const worst = fair ? (searched?.worst ?? bound.worst) : undefined;
  return (
    <div class="gap-4">
      <Facts
        facts={[
          {
            label: t('assignment.figures.pairs'),
            value: format.number(figures.pairs),
            note: t('assignment.figures.pairs.note', {
              applications: figures.applications,
              fixed: figures.fixed,
            }),
          },
          {
            label: t(fair ? 'assignment.figures.worst' : 'assignment.figures.total'),
            value: format.number(fair ? figures.worst : figures.total),
            note: t(figures.optimal ? 'assignment.figures.best' : 'assignment.figures.bound', {
              bound: format.number(worst ?? searched?.total ?? bound.total),
            }),
          },
          {
            label: t('assignment.figures.loads'),
            value: `${figures.loads.min}–${figures.loads.max}`,
            note: t('assignment.figures.loads.note', { reviewers: figures.reviewers }),
          },
          {
            label: t('assignment.figures.barred'),
            value: format.number(figures.barred),
            note: t('assignment.figures.barred.note'),
          },
        ]}
      />
      {plan.moved > 0 && (
        <div class="gap-3">
          <Notice>
            <p>{t('assignment.figures.moved', { count: plan.moved })}</p>
          </Notice>
        </div>
      )}
    </div>
  );
};

/** What each bound rests on: on a sum that anyone can redo, or on the word of a search. */
const Grounds = ({ view, seen, figures }: PlanProps & { figures: PlanFigures }) => {
  const { t, format } = view;
  const { bound, searched } = figures;
  // Of plans made before the two stood apart nobody can say which it was.
  if (!searched) return <p>{t('assignment.proof.grounds.either')}</p>;
  const ofTotal = seen.plan.settings.objective === 'fair' ? 'rest' : 'total';
  const says = (what: 'worst' | 'rest' | 'total', priced: number, found: number | undefined) => (
    <p>
      {t(`assignment.proof.grounds.${what}`, { bound: format.number(priced) })}{' '}
      {found !== undefined && t('assignment.proof.grounds.searched', { found: format.number(found) })}
    </p>
  );
  return (
    <>
      {bound.worst !== undefined && says('worst', bound.worst, searched.worst)}
      {says(ofTotal, bound.total, searched.total)}
    </>
  );
};

/** The certificate in plain words, with the way to the one that a machine reads. */
export const PlanProof = ({ view, seen }: PlanProps) => {
  const { t, format, href } = view;
  const { figures, plan } = seen;
  if (!figures) return null;
  const { stability, gap, optimal } = figures;
  return (
    <Band id="proof" title={t('assignment.proof.title')}>
      <div class="flow column">
        <p>
          {optimal
            ? t(`assignment.proof.optimal.${plan.settings.objective}`, {
                worst: format.number(figures.worst),
              })
            : t(`assignment.proof.gap.${plan.settings.objective}`, {
                total: format.number(figures.total),
                gap: signed(view, gap.total),
                worst: signed(view, gap.worst),
              })}
        </p>
        <Grounds view={view} seen={seen} figures={figures} />
        <p>{t('assignment.proof.checked')}</p>
        {stability && (
          <p>
            {t(`assignment.proof.stability.${plan.settings.objective}`, {
              kept: stability.fewestKept,
              pairs: stability.pairs,
              tries: stability.tries,
            })}{' '}
            {stability.proven < stability.tries &&
              t('assignment.proof.stability.unproven', { proven: stability.proven, tries: stability.tries })}
          </p>
        )}
        <p>
          <a class="tap" href={href(`${plansPath(plan.roundId, plan.id)}/certificate.json`)}>
            {t('assignment.proof.json')}
          </a>
        </p>
      </div>
    </Band>
  );
};
