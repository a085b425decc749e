import type { OwnData } from '../../../shared/accounts/view-own-data.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { fieldWords, KeptValue } from './kept-value.tsx';

/** All that is kept of the reader, part by part, to read and to print. */
export const DataPage = ({ view, data }: { view: View; data: OwnData }) => {
  const { t, href, format, viewerZone } = view;
  const kept = data.parts.filter(({ items }) => items.length > 0);
  const empty = data.parts.filter(({ items }) => items.length === 0);
  const list = new Intl.ListFormat(view.language);
  return (
    <Layout view={view} title={t('personal.data.title')}>
      <Head
        title={t('personal.data.title')}
        lede={t('personal.data.lede', { when: format.moment(data.at, viewerZone ?? 'UTC') })}
        near
      />
      <p class="acts">
        <a class="go2" href={href('/account/data.json')}>
          {t('personal.band.download')}
        </a>
        <a class="tap" href={href('/account')}>
          {t('personal.data.account')}
        </a>
      </p>
      <div class="printed">
        {kept.map(({ name, items }) => (
          <Band id={name} title={partWords(view, name)}>
            {items.map((item) => (
              <SummaryList
                entries={Object.entries(item).map(([field, value]) => ({
                  label: fieldWords(view, field, [name]),
                  value: <KeptValue view={view} value={value} within={[name, field]} />,
                }))}
              />
            ))}
          </Band>
        ))}
      </div>
      <div class="flow measure gap-4">
        {empty.length > 0 && (
          <p>
            {t('personal.data.none', { parts: list.format(empty.map(({ name }) => partWords(view, name))) })}
          </p>
        )}
        <p>{t('personal.data.not-here')}</p>
      </div>
    </Layout>
  );
};

const partWords = ({ t }: View, name: string) => {
  const key = `personal.part.${name}`;
  return isMessageKey(key) ? t(key) : name;
};
