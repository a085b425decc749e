import type { SeenMember } from '../../../shared/chapters/named-members.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Form } from '../../components/form/form.tsx';
import { Band } from '../../components/head.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { homeWords, ServedList } from './served-words.tsx';

type Props = { view: View; chapter: JetaaChapter; members: Page<SeenMember> };

/** Who let the chapter see them, for its leads; and the same as a file. */
export const Members = ({ view, chapter, members: { items, next } }: Props) => {
  const { t, format } = view;
  return (
    <Band id="members" title={t('chapters.members.title')} lede={t('chapters.members.lede')}>
      {items.length === 0 ? (
        <Empty title={t('chapters.members.none')} level={3}>
          <p>{t('chapters.members.none.text')}</p>
        </Empty>
      ) : (
        <>
          <Table
            caption={t('chapters.members.title')}
            soft
            dense
            cards
            rows={items}
            columns={[
              {
                head: t('chapters.column.member'),
                names: true,
                cell: ({ name, number, alumId }) => (
                  <>
                    {name || number}
                    <br />
                    <a class="tap small" href={view.href(`/chapters/${chapter.id}/offer?alum=${alumId}`)}>
                      {t('chapters.offer.link')}
                      <span class="sr">: {name || number}</span>
                    </a>
                  </>
                ),
              },
              {
                head: t('chapters.column.served'),
                cell: ({ servedIn }) => <ServedList view={view} served={servedIn} />,
              },
              { head: t('chapters.column.home'), cell: ({ home }) => homeWords(view, home) },
              {
                head: t('chapters.column.ways'),
                cell: ({ ways }) => format.list(ways.map((way) => t(`alumni.way.${way}`))) || t('site.none'),
              },
              {
                head: t('chapters.column.registered'),
                cell: ({ registeredAt }) => (
                  <Time view={view} at={registeredAt} zone={view.viewerZone ?? 'UTC'} />
                ),
              },
            ]}
          />
          <Pager view={view} next={next} />
          <Form view={view} action={`/chapters/${chapter.id}/members.csv`} class="gap-3">
            <p class="acts">
              <button class="go2" type="submit">
                {t('chapters.members.export')}
              </button>
              <span class="small soft">{t('chapters.members.export.note')}</span>
            </p>
          </Form>
        </>
      )}
    </Band>
  );
};
