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
              <div>
                {wordsOf(view, one)}
                {one.changes.length > 0 && <p class="match__id">{changesOf(view, one)}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Band>
  );
};

const wordsOf = ({ t }: View, { kind, places, max = 0, trait, theme, changes }: WayOut) => {
  if (kind !== 'add-reviewers') {
    // Two parts of the mix of one application are two changes.
    const count = new Set(changes.map(({ id }) => id)).size;
    return t(`assignment.ways-out.${kind}`, { count, places });
  }
  const words = `assignment.ways-out.add-reviewers.${trait ?? 'any'}` as const;
  return theme
    ? t(`${words}.theme`, { places, max, theme: t(`site.theme.${theme}`) })
    : t(words, { places, max });
};

// More than a few names are a list nobody reads; the settings show them all.
const shown = 12;

const changesOf = ({ t, format }: View, { changes, names }: WayOut) =>
  format.list([
    ...changes.slice(0, shown).map(({ what, from, to, trait }, at) => {
      const words = what === 'need' && trait ? (`need.${trait}` as const) : what;
      return t(`assignment.ways-out.change.${words}`, { name: names[at] ?? '', from, to });
    }),
    ...(changes.length > shown ? [t('assignment.ways-out.more', { count: changes.length - shown })] : []),
  ]);
