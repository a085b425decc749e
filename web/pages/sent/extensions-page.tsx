import type { ExtensionView } from '../../../shared/applications/extend-application.ts';
import type { Extensions } from '../../../shared/applications/list-extensions.ts';
import { Badge } from '../../components/badge.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { PairCell } from '../staff-reviews/pair-cell.tsx';
import { dueCell, RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = { view: View; seen: Extensions; number: string };

const pathTo = ({ id }: Pick<ExtensionView, 'id'>) => `/staff/applications/${id}/extension`;

/** In force, over, or taken back. */
const stateOf = ({ extension }: ExtensionView, now: Date) => {
  if (extension?.ended) return 'ended';
  return extension && now <= new Date(extension.until) ? 'running' : 'over';
};
const marks = { running: 'now', over: 'done', ended: 'shut' } as const;

const Found = ({ view, seen, number }: Props) => {
  const { t, href } = view;
  if (number === '') return null;
  const { found } = seen;
  return (
    <div class="gap-3">
      <Notice>
        {found ? (
          <p>
            <a class="tap" href={href(pathTo(found))}>
              {t('sent.extension.found', { number: found.number, us: found.pair.us, jp: found.pair.jp })}
            </a>
          </p>
        ) : (
          <p>{t('sent.extension.not-found', { number })}</p>
        )}
      </Notice>
    </div>
  );
};

/** A round's extensions, and the way to give one: the applicant says the number, nothing of a draft is listed. */
export const ExtensionsPage = (props: Props) => {
  const { view, seen, number } = props;
  const { t } = view;
  const { round, items } = seen;
  const form = formOf(view, { values: { number }, labels: { number: t('sent.extension.number') } });
  return (
    <RoundFrame
      view={view}
      round={round}
      here="applications"
      title={t('sent.extensions.title')}
      lede={t('sent.extensions.lede')}
      kept={0}
      docket={[dueCell(view, round)]}
    >
      {round.announcedAt ? (
        <p class="gap-3">{t('sent.extension.announced')}</p>
      ) : (
        <form method="get" class="flow gap-3 column">
          <TextField form={form} name="number" hint={t('sent.extension.number.hint')} />
          <button class="go" type="submit">
            {t('sent.extension.find')}
          </button>
        </form>
      )}
      <Found {...props} />
      <section class="band" aria-labelledby="given">
        <h2 class="h-lg" id="given">
          {t('sent.extensions.given')}
        </h2>
        {items.length === 0 ? (
          <Empty title={t('sent.extensions.none')} level={3} />
        ) : (
          <Table
            caption={t('sent.extensions.given')}
            soft
            dense
            cards
            rows={items}
            columns={[
              {
                head: t('reviews.column.application'),
                names: true,
                cell: (one: ExtensionView) => <PairCell view={view} pair={one.pair} path={pathTo(one)} />,
              },
              { head: t('reviews.column.receipt'), cell: ({ number: no }) => <span class="num">{no}</span> },
              { head: t('reviews.column.state'), cell: ({ status }) => t(`applications.status.${status}`) },
              {
                head: t('sent.extension.state'),
                cell: (one) => {
                  const state = stateOf(one, view.call.receivedAt);
                  return <Badge is={marks[state]}>{t(`sent.extension.state.${state}`)}</Badge>;
                },
              },
              {
                head: t('sent.extension.until'),
                cell: ({ extension }) =>
                  extension ? <Time view={view} at={extension.until} as="moment" zone={round.zone} /> : '',
              },
              {
                head: t('sent.extension.reason'),
                cell: ({ extension }) => <span class="words">{extension?.reason}</span>,
              },
            ]}
          />
        )}
      </section>
    </RoundFrame>
  );
};
