import { messageSchema } from '../../../shared/messages/message.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { composeMail } from '../../messages/mail/compose-mail.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { fieldWords, isShown, KeptValue } from './kept-value.tsx';
import type { NamedData } from './use-cases.ts';

type Item = NamedData['data']['parts'][number]['items'][number];

const mailSchema = messageSchema.pick({ kind: true, to: true, values: true, words: true }).loose();

/** Mail as it reads, in the language of the page, in place of its kind and of what stands in its words. */
const readMail = (view: View, origin: string, item: Item): Item => {
  const { kind, values, words, ...rest } = mailSchema.parse(item);
  const message = { ...{ kind, values, to: rest.to, language: view.language }, ...(words && { words }) };
  const { subject, text } = composeMail(origin)(message);
  return { subject, ...rest, text };
};

type Props = { view: View; named: NamedData; origin: string };

/** All that is kept of the reader, part by part, to read and to print. */
export const DataPage = ({ view, named: { data, names }, origin }: Props) => {
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
            {items
              .map((item) => (name === 'messages' ? readMail(view, origin, item) : item))
              .map((item) => (
                <SummaryList
                  entries={Object.entries(item)
                    .filter(([field]) => isShown(field))
                    .map(([field, value]) => ({
                      label: fieldWords(view, field, [name]),
                      value: <KeptValue {...{ view, names, item, value }} within={[name, field]} />,
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
        <p>{t('personal.data.numbers')}</p>
        <p>{t('personal.data.not-here')}</p>
      </div>
    </Layout>
  );
};

const partWords = ({ t }: View, name: string) => {
  const key = `personal.part.${name}`;
  return isMessageKey(key) ? t(key) : name;
};
