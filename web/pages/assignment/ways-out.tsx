import type { PlanView } from '../../../shared/assignment/view-plan.ts';
import { Band } from '../../components/head.tsx';
import type { View } from '../../view.ts';

type WayOut = PlanView['waysOut'][number];

/** Where no plan keeps all bounds: the least that would have to change, in words. */
export const WaysOut = ({ view, waysOut }: { view: View; waysOut: readonly WayOut[] }) => {
  const { t } = view;
  return (
    <Band id="ways-out" title={t('assignment.ways-out.title')} lede={t('assignment.ways-out.lede')}>
      {waysOut.length === 0 ? (
        <p>{t('assignment.ways-out.none')}</p>
      ) : (
        <ul class="why">
          {waysOut.map((one) => (
            <li>
              <span>
                {t(`assignment.ways-out.${one.kind}`, { count: one.changes.length, places: one.places })}
                <small class="soft under">{changesOf(view, one)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Band>
  );
};

// More than a few names are a list nobody reads; the settings show them all.
const shown = 12;

const changesOf = ({ t, format }: View, { changes, names }: WayOut) =>
  format.list([
    ...changes
      .slice(0, shown)
      .map(({ from, to }, at) => t('assignment.ways-out.change', { name: names[at] ?? '', from, to })),
    ...(changes.length > shown ? [t('assignment.ways-out.more', { count: changes.length - shown })] : []),
  ]);
