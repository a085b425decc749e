import type { RosterLine, RosterList } from '../../../shared/roster/list-roster.ts';
import { rosterSorts } from '../../../shared/roster/roster-filter.ts';
import { Badge } from '../../components/badge.tsx';
import { CheckboxField, SelectField } from '../../components/form/choice-fields.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Empty, Notice, Twin } from '../../components/notice.tsx';
import { type Column, Pager, Table } from '../../components/table.tsx';
import { Money, Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { PaperMark } from '../papers/paper-mark.tsx';
import { statusMarks } from '../staff-reviews/applications-page.tsx';
import { PairCell } from '../staff-reviews/pair-cell.tsx';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';
import { choicesOf, regionWords } from './filter-words.ts';
import { type ColumnName, columnNames, type RosterQuery, writeFilter } from './read-query.ts';

type Props = { view: View; list: RosterList; query: RosterQuery; rebuilt: boolean };

/** A round's applications by any filter and order, with the columns one chooses; the address says it all. */
export const RosterPage = ({ view, list, query, rebuilt }: Props) => {
  const { t, format } = view;
  const { round, items, total, drafts, next } = list;
  const filtered = Object.keys(query.filter).length > 0;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="roster"
      title={t('roster.title')}
      lede={t('roster.lede')}
      kept={0}
      docket={[
        { label: t('roster.found'), value: format.number(total) },
        { label: t('roster.drafting'), value: format.number(drafts) },
      ]}
    >
      {rebuilt && (
        <div class="gap-3" role="status">
          <Notice>
            <p>{t('roster.rebuild.asked')}</p>
          </Notice>
        </div>
      )}
      <Filter view={view} list={list} query={query} />
      <div class="gap-4">
        {items.length === 0 ? (
          <Empty title={t(filtered ? 'roster.none' : 'roster.empty')} level={2}>
            <p>{t(filtered ? 'roster.none.text' : 'roster.empty.text')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('roster.caption')}
            soft
            dense
            cards
            rows={items}
            columns={[pairColumn(view), ...query.columns.map((name) => columnOf(view, round.zone, name))]}
          />
        )}
      </div>
      <Pager view={view} next={next} />
      <Acts view={view} list={list} query={query} />
      <p class="small soft gap-3">{t('roster.kept')}</p>
      <Twin summary={t('roster.rebuild.summary')}>
        <p>{t('roster.rebuild.text')}</p>
        <Form view={view} action={`/staff/lists/${round.id}`} class="acts">
          <button class="go2" type="submit" name="action" value="rebuild">
            {t('roster.rebuild')}
          </button>
        </Form>
      </Twin>
    </RoundFrame>
  );
};

const Acts = ({ view, list, query }: Pick<Props, 'view' | 'list' | 'query'>) => {
  const { t, href } = view;
  const base = `/staff/lists/${list.round.id}`;
  const filter = writeFilter(query.filter);
  return (
    <section class="gap-4" aria-labelledby="acts">
      <h2 class="h-md" id="acts">
        {t('roster.acts')}
      </h2>
      <p class="acts gap-2">
        {list.total > 0 && (
          <>
            <a class="go2" href={href(`${base}/mailings/new${filter}`)}>
              {t('roster.acts.mail', { count: list.total })}
            </a>
            <a class="go2" href={href(`${base}/exports${filter}`)}>
              {t('roster.acts.export', { count: list.total })}
            </a>
          </>
        )}
        <a href={href(`${base}/exports`)}>{t('roster.acts.exports')}</a>
      </p>
    </section>
  );
};

const Filter = ({ view, list, query }: Pick<Props, 'view' | 'list' | 'query'>) => {
  const { t, href } = view;
  const { filter, order, columns } = query;
  const here = `/staff/lists/${list.round.id}`;
  const form = formOf(view, {
    labels: (name) =>
      t(`roster.field.${name === 'column' ? 'columns' : (name as keyof typeof filter | keyof typeof order)}`),
    values: { ...filter, ...order, column: columns },
  });
  return (
    <form class="gap-4 flow" method="get" action={href(here)} aria-label={t('roster.filter')}>
      <TextField form={form} name="q" hint={t('roster.field.q.hint')} optional />
      <div class="row limit">
        <Part form={form} name="theme" list={list} />
        <Part form={form} name="status" list={list} />
        <Part form={form} name="firstTime" list={list} />
      </div>
      <div class="row limit">
        <Part form={form} name="state" list={list} />
        <Part form={form} name="prefecture" list={list} />
        <Part form={form} name="partnership" list={list} />
      </div>
      <div class="row limit">
        <SelectField
          form={form}
          name="sort"
          blank={false}
          choices={rosterSorts.map((sort) => ({ value: sort, label: t(`roster.column.${sort}`) }))}
        />
        <SelectField
          form={form}
          name="direction"
          blank={false}
          choices={(['up', 'down'] as const).map((value) => ({
            value,
            label: t(`roster.direction.${value}`),
          }))}
        />
      </div>
      <Twin summary={t('roster.field.columns')}>
        <CheckboxField
          form={form}
          name="column"
          choices={columnNames.map((name) => ({ value: name, label: t(`roster.column.${name}`) }))}
        />
      </Twin>
      <div class="acts gap-2">
        <button class="go" type="submit">
          {t('roster.show')}
        </button>
        <a href={href(here)}>{t('roster.clear')}</a>
      </div>
    </form>
  );
};

type PartProps = { form: FormState; name: Parameters<typeof choicesOf>[1]; list: RosterList };

const Part = ({ form, name, list }: PartProps) => (
  <SelectField
    form={form}
    name={name}
    blank={false}
    choices={[{ value: '', label: form.view.t('roster.any') }, ...choicesOf(form.view, name, list.choices)]}
  />
);

const pairColumn = (view: View): Column<RosterLine> => ({
  head: view.t('roster.column.pair'),
  names: true,
  cell: (line) => (
    <>
      <PairCell view={view} pair={line.pair} path={`/staff/applications/${line.id}`} />
      <SamePair view={view} line={line} />
    </>
  ),
});

/** That the partnership has applied more than once, with the ways there. */
const SamePair = ({ view, line: { samePair, samePairs } }: { view: View; line: RosterLine }) => {
  const { t, href } = view;
  const more = samePairs - samePair.length;
  return samePair.length === 0 ? null : (
    <p class="small soft">
      {t('duplicates.roster')}{' '}
      {samePair.map(({ id, receipt }, at) => (
        <>
          {at > 0 && (view.language === 'ja' ? '、' : ', ')}
          <a class="num" href={href(`/staff/applications/${id}`)}>
            {receipt}
          </a>
        </>
      ))}
      {more > 0 && ` ${t('duplicates.roster.more', { count: more })}`}
    </p>
  );
};

const columnOf = (view: View, zone: string, name: ColumnName): Column<RosterLine> => {
  const { t } = view;
  const cells: Readonly<Record<ColumnName, Omit<Column<RosterLine>, 'head'>>> = {
    number: { cell: ({ receipt }) => <span class="num">{receipt}</span> },
    title: {
      cell: ({ title, paper }) => (
        <>
          {title}
          <PaperMark view={view} paper={paper} />
        </>
      ),
    },
    city: { cell: ({ pair }) => pair.us },
    state: { cell: ({ state }) => regionWords(view, state) },
    prefecture: { cell: ({ prefecture }) => regionWords(view, prefecture) },
    status: {
      cell: ({ status }) => <Badge is={statusMarks[status]}>{t(`applications.status.${status}`)}</Badge>,
    },
    theme: { cell: ({ theme }) => t(`applications.option.project.theme.${theme}`) },
    paper: {
      cell: ({ paper }) =>
        paper ? t('paper.yes', { day: view.format.date(paper.receivedOn) }) : t('roster.no'),
    },
    firstTime: { cell: ({ firstTime }) => t(firstTime ? 'roster.yes' : 'roster.no') },
    submitted: { cell: ({ submittedAt }) => <Time view={view} at={submittedAt} zone={zone} /> },
    requested: { num: true, cell: ({ requestedCents }) => <Money view={view} cents={requestedCents} /> },
    match: { num: true, cell: ({ matchCents }) => <Money view={view} cents={matchCents} /> },
  };
  return { head: t(`roster.column.${name}`), ...cells[name] };
};
