import type { PaperLine, Papers } from '../../../shared/applications/list-papers.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { Badge } from '../../components/badge.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { pairWords } from '../../components/map/place-words.ts';
import { Empty, Notice } from '../../components/notice.tsx';
import { type Column, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { statusMarks } from '../staff-reviews/applications-page.tsx';
import { PairCell } from '../staff-reviews/pair-cell.tsx';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = {
  view: View;
  papers: Papers;
  /** What was looked for, and what fits it. */
  find: { text: string; matches: readonly Partnership[] };
};

const shownMatches = 12;

/** The first step, without any script: whose partnership it is, as links. */
const Find = ({ view, papers: { round }, find: { text, matches } }: Props) => {
  const { t, href } = view;
  const form = formOf(view, { values: { q: text }, labels: { q: t('paper.list.find') } });
  return (
    <section class="gap-4" aria-labelledby="find">
      <h2 class="h-lg" id="find">
        {t('paper.list.link')}
      </h2>
      <form method="get" class="flow gap-2 column">
        <TextField form={form} name="q" hint={t('paper.list.find.hint')} />
        <button class="go" type="submit">
          {t('paper.list.find.go')}
        </button>
      </form>
      {text !== '' && (
        <div class="gap-3">
          <p>
            <strong>{t('paper.list.found', { count: matches.length })}</strong>
          </p>
          {matches.length === 0 && <p>{t('paper.list.found.none')}</p>}
          <ul class="plain gap-1">
            {matches.slice(0, shownMatches).map((one) => (
              <li>
                <a class="tap" href={href(`/staff/rounds/${round.id}/papers/new?partnership=${one.id}`)}>
                  {pairWords(view.language, one)}
                </a>
              </li>
            ))}
          </ul>
          {matches.length > shownMatches && (
            <p class="small soft">{t('paper.list.found.more', { shown: shownMatches })}</p>
          )}
        </div>
      )}
    </section>
  );
};

const columnsFor = (view: View, zone: string): readonly Column<PaperLine>[] => {
  const { t, format } = view;
  return [
    {
      head: t('reviews.column.application'),
      names: true,
      cell: ({ id, pair, mayType, sentAt }) => (
        <PairCell
          view={view}
          pair={pair}
          path={mayType ? `/applications/${id}` : sentAt ? `/staff/applications/${id}` : undefined}
        />
      ),
    },
    {
      head: t('reviews.column.title'),
      cell: ({ title, typed }) => (
        <>
          {title}
          {typed && <small class="under soft">{t('paper.list.typed')}</small>}
        </>
      ),
    },
    { head: t('reviews.column.receipt'), cell: ({ number }) => <span class="num">{number}</span> },
    {
      head: t('reviews.column.state'),
      cell: ({ status, mayType }) => (
        <Badge is={statusMarks[status]}>
          {mayType ? t('paper.list.typing') : t(`applications.status.${status}`)}
        </Badge>
      ),
    },
    { head: t('paper.list.column.received'), cell: ({ paper }) => format.date(paper.receivedOn) },
    { head: t('paper.list.column.by'), cell: ({ enteredBy }) => enteredBy || t('site.none') },
    {
      head: t('paper.list.column.sent'),
      cell: ({ sentAt }) => (sentAt ? <Time view={view} at={sentAt} zone={zone} /> : t('site.none')),
    },
  ];
};

/** What came on paper in a round, and the way to enter one more. */
export const PapersPage = (props: Props) => {
  const { view, papers } = props;
  const { t } = view;
  const { round, items, open } = papers;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="applications"
      title={t('paper.list.title')}
      lede={t('paper.list.lede')}
      kept={0}
      docket={[]}
    >
      <div class="gap-3">
        <Notice>
          <p>{t(open ? 'paper.list.duties' : 'paper.list.shut')}</p>
        </Notice>
      </div>
      {open && <Find {...props} />}
      <section class="band" aria-labelledby="entered">
        <h2 class="h-lg" id="entered">
          {t('paper.list.items')}
        </h2>
        {items.length === 0 ? (
          <Empty title={t('paper.list.none')} level={3} />
        ) : (
          <Table
            caption={t('paper.list.items')}
            soft
            dense
            cards
            rows={items}
            columns={columnsFor(view, round.zone)}
          />
        )}
      </section>
    </RoundFrame>
  );
};
