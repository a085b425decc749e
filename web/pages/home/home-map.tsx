import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { Band } from '../../components/head.tsx';
import { Legend } from '../../components/map/legend.tsx';
import { PartnershipMap } from '../../components/map/partnership-map.tsx';
import { PairName } from '../../components/map/place-name.tsx';
import { Twin } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { printedTheme } from '../awards-public/printed-theme.ts';
import { fundedPairs } from '../awards-public/recipient.ts';
import { RecipientsTable } from '../awards-public/recipients-table.tsx';

// Far enough apart at both ends to be named without touching.
const namedIds = ['sebastopol-ca-takeo', 'austin-tx-oita', 'tacoma-wa-kitakyushu', 'lakeland-fl-imabari'];
const named = namedIds.flatMap((id) => fundedPairs.find(({ pair }) => pair.id === id) ?? []);
const others = fundedPairs.filter((one) => !named.includes(one));

/** All partnerships as arcs, the funded ones darker, four of them named with a key; the twelve as a table. */
export const HomeMap = ({ view, pairs }: { view: View; pairs: readonly Partnership[] }) => {
  const { t, href } = view;
  const funded = new Set(fundedPairs.map(({ pair }) => pair.id));
  const twin = t('public.map.twin');
  return (
    <Band id="map" title={t('public.map.title', { count: pairs.length })}>
      <PartnershipMap
        view={view}
        pairs={pairs.filter(({ id }) => !funded.has(id))}
        funded={others.map(({ pair }) => pair)}
        named={named.map(({ pair }, at) => ({ pair, no: at + 1 }))}
        title={t('public.map.label', { count: pairs.length })}
        description={t('public.map.description')}
      >
        <Legend view={view} kinds={['plain', 'award', 'named']} />
      </PartnershipMap>
      <ol class="key gap-3">
        {named.map(({ pair, recipient }, at) => (
          <li>
            <b aria-hidden="true">{at + 1}</b>
            <span>
              <a href={href(`/partnerships/${pair.id}`)}>
                <PairName view={view} pair={pair} />
              </a>
              <small>
                {t('public.map.funded', {
                  theme: printedTheme(t, recipient.themeAsPrinted),
                  year: String(recipient.year),
                })}
              </small>
            </span>
          </li>
        ))}
      </ol>
      <Twin summary={twin}>
        <RecipientsTable view={view} rows={fundedPairs} caption={twin} />
      </Twin>
      <p>
        <a class="tap" href={href('/partnerships')}>
          {t('public.map.all', { count: pairs.length })}
        </a>
      </p>
    </Band>
  );
};
