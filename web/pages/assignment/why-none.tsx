import { Band } from '../../components/head.tsx';
import type { PlanProps } from './plan-props.ts';
import { WaysOut } from './ways-out.tsx';

/** Why there is no plan: proven impossible, a contradiction in what was asked, or a search that ended at its limit. */
export const WhyNone = ({ view, seen }: PlanProps) => {
  const { plan, clashes, waysOut } = seen;
  if (plan.status === 'undecided') return <Undecided view={view} seen={seen} />;
  if (plan.status !== 'impossible') return null;
  return clashes.length > 0 ? <Clashes view={view} seen={seen} /> : <WaysOut view={view} waysOut={waysOut} />;
};

const tries = ['load', 'mix', 'apart', 'reviewers'] as const;

const Undecided = ({ view }: PlanProps) => {
  const { t } = view;
  return (
    <Band id="undecided" title={t('assignment.undecided.title')} lede={t('assignment.undecided.lede')}>
      <ul class="why">
        {tries.map((one) => (
          <li>
            <div>{t(`assignment.undecided.${one}`)}</div>
          </li>
        ))}
      </ul>
    </Band>
  );
};

const Clashes = ({ view, seen }: PlanProps) => {
  const { t, href } = view;
  const { round, clashes } = seen;
  return (
    <Band id="clashes" title={t('assignment.clashes.title')} lede={t('assignment.clashes.lede')}>
      <ul class="why">
        {clashes.map(({ applicationId, title, names: [one, other] }) => (
          <li>
            <div>
              {t('assignment.clashes.one', { one, other })}
              <p class="match__id">
                <a href={href(`/staff/applications/${applicationId}`)}>{title}</a>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p class="gap-3">
        <a class="tap" href={href(`/staff/rounds/${round.id}/assignments`)}>
          {t('assignment.plan.by-hand')}
        </a>
      </p>
    </Band>
  );
};
