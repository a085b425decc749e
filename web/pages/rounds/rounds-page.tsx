import type { Page } from '../../../shared/kernel/page.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { Phase } from '../../../shared/programs/round.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Badge } from '../../components/badge.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager } from '../../components/table.tsx';
import { Money, Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { phaseMarks } from './phase.ts';

const groups = [
  { id: 'now', phases: ['open', 'closing-soon', 'grace'] },
  { id: 'ahead', phases: ['upcoming'] },
  { id: 'past', phases: ['closed', 'announced', 'cancelled'] },
] as const satisfies readonly { id: string; phases: readonly Phase[] }[];

/** Every published round: what takes applications now, what comes, what is over. */
export const RoundsPage = ({ view, rounds }: { view: View; rounds: Page<SeenRound> }) => {
  const { t } = view;
  const inGroup = (phases: readonly Phase[]) => rounds.items.filter(({ phase }) => phases.includes(phase));
  return (
    <Layout view={view} title={t('programs.rounds.title')} demo={rounds.items.some(({ demo }) => demo)}>
      <Head title={t('programs.rounds.title')} lede={t('programs.rounds.lede')} near />
      {inGroup(['open', 'closing-soon', 'grace', 'upcoming']).length === 0 && (
        <Empty title={t('programs.rounds.none')} level={2}>
          <p>{t('programs.rounds.none.text')}</p>
        </Empty>
      )}
      {groups.map(({ id, phases }) => {
        const members = inGroup(phases);
        return (
          members.length > 0 && (
            <Band id={id} title={t(`programs.rounds.${id}`)} hang>
              <div class="entries">
                {members.map((round) => (
                  <Entry view={view} round={round} />
                ))}
              </div>
            </Band>
          )
        );
      })}
      <Pager view={view} next={rounds.next} />
    </Layout>
  );
};

const Entry = ({ view, round }: { view: View; round: SeenRound }) => {
  const { t, language, href } = view;
  return (
    <article class="flow">
      <h3>
        <a href={href(`/rounds/${round.id}`)}>{inLanguage(round.name, language)}</a>
      </h3>
      <p>{inLanguage(round.summary, language)}</p>
      <SummaryList
        entries={[
          {
            label: t('programs.state'),
            value: <Badge is={phaseMarks[round.phase]}>{t(`programs.phase.${round.phase}`)}</Badge>,
          },
          { label: t('programs.opens'), value: <Time view={view} at={round.opens} /> },
          {
            label: t('programs.closes'),
            value: <Time view={view} at={round.instants.closes} zone={round.zone} as="moment" />,
          },
          { label: t('programs.maximum'), value: <Money view={view} cents={round.maximumAwardCents} /> },
        ]}
      />
    </article>
  );
};
