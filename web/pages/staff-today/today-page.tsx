import { inLanguage } from '../../../shared/kernel/text.ts';
import { instantsOf, type Phase, phaseAt, type Round } from '../../../shared/programs/round.ts';
import { Badge, type State } from '../../components/badge.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { MessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

export type Waiting = { readonly path: string; readonly words: string };
type Props = { view: View; waiting: readonly Waiting[]; rounds: readonly Round[]; now: Date };

const marks = {
  draft: 'todo',
  upcoming: 'wait',
  open: 'now',
  'closing-soon': 'due',
  grace: 'due',
  closed: 'now',
  announced: 'done',
  cancelled: 'shut',
} as const satisfies Record<Phase, State>;

/** What needs a person today, and where each round stands. */
export const TodayPage = ({ view, waiting, rounds, now }: Props) => {
  const { t, href } = view;
  return (
    <Layout view={view} title={t('messages.today.title')} demo={rounds.some(({ demo }) => demo)}>
      <Head title={t('messages.today.title')} lede={t('messages.today.lede')} />
      {waiting.length === 0 ? (
        <Empty title={t('messages.today.none')} level={2}>
          <p>{t('messages.today.none.text')}</p>
        </Empty>
      ) : (
        <ul class="line" aria-label={t('messages.today.waiting')}>
          {waiting.map(({ path, words }) => (
            <li class="line__stop" data-is="due">
              <span class="line__name">
                <a href={href(path)}>{words}</a>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="acts gap-3">
        <a href={href('/staff/claims')}>{t('messages.today.claims')}</a>
        <a href={href('/staff/questions')}>{t('messages.today.questions')}</a>
        <a href={href('/staff/introductions')}>{t('introductions.reports.title')}</a>
        <a href={href('/staff/people')}>{t('messages.today.people')}</a>
        <a href={href('/alumni/matching')}>{t('matches.staff.title')}</a>
      </p>
      <Band id="rounds" title={t('messages.today.round')}>
        {rounds.length > 0 && <Rounds view={view} rounds={rounds} now={now} />}
        <p class="acts gap-2">
          <a href={href('/staff/rounds')}>{t('messages.today.rounds')}</a>
        </p>
      </Band>
    </Layout>
  );
};

const Rounds = ({ view, rounds, now }: Omit<Props, 'waiting'>) => {
  const { t, language } = view;
  const nameOf = (round: Round) => inLanguage(round.name, language);
  return (
    <Table
      caption={t('messages.today.caption')}
      soft
      dense
      cards
      rows={rounds}
      columns={[
        { head: t('messages.today.column.round'), names: true, cell: nameOf },
        {
          head: t('messages.today.column.phase'),
          cell: (round) => {
            const phase = phaseAt(round, now);
            return <Badge is={marks[phase]}>{t(`messages.phase.${phase}`)}</Badge>;
          },
        },
        { head: t('messages.today.column.next'), cell: (round) => nextOf(view, round, now) },
        {
          head: t('messages.today.column.do'),
          cell: (round) => <Doors view={view} round={round} name={nameOf(round)} now={now} />,
        },
      ]}
    />
  );
};

const nextOf = ({ t, format }: View, round: Round, now: Date): string => {
  const phase = phaseAt(round, now);
  const { opens, closes, lastInstant, reviewDue } = instantsOf(round);
  const at = {
    draft: opens,
    upcoming: opens,
    open: closes,
    'closing-soon': closes,
    grace: lastInstant,
    closed: reviewDue,
    announced: new Date(round.announcedAt ?? closes),
    cancelled: new Date(round.cancelled?.at ?? closes),
  }[phase];
  return t(`messages.today.next.${phase}`, { at: format.moment(at, round.zone) });
};

type DoorsProps = { view: View; round: Round; name: string; now: Date };

/** A draft has nothing yet but its own page; complaints come once the outcome is announced. */
const Doors = ({ view: { t, href }, round, name, now }: DoorsProps) => {
  const all: readonly (readonly [string, MessageKey])[] = [
    ['', 'messages.today.edit'],
    ['/applications', 'messages.today.applications'],
    ['/assignments', 'messages.today.assignments'],
    ['/progress', 'messages.today.progress'],
    ['/scores', 'messages.today.scores'],
    ['/decisions', 'messages.today.decisions'],
    ['/complaints', 'complaints.list.title'],
  ];
  const phase = phaseAt(round, now);
  const pages = all.slice(0, phase === 'draft' ? 1 : phase === 'announced' ? all.length : -1);
  return (
    <>
      {pages.map(([path, key], at) => (
        <>
          {at > 0 && ' · '}
          <a
            href={href(`/staff/rounds/${round.id}${path}`)}
            aria-label={t('messages.today.page-of', { page: t(key), round: name })}
          >
            {t(key)}
          </a>
        </>
      ))}
    </>
  );
};
