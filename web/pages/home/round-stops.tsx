import { isTaking } from '../../../shared/programs/round.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import type { State } from '../../components/badge.tsx';
import type { Stop } from '../../components/line.tsx';
import type { View } from '../../view.ts';

const at = (phase: SeenRound['phase'] | undefined): readonly State[] => {
  if (phase && isTaking(phase)) return ['done', 'now', 'todo'];
  return phase === 'upcoming' ? ['now', 'todo', 'todo'] : ['todo', 'todo', 'todo'];
};

/** How a round goes, with its dates as far as the round says them. */
export const roundStops = ({ t, format }: View, round: SeenRound | undefined): readonly Stop[] => {
  const [opens = 'todo', closes = 'todo', review = 'todo'] = at(round?.phase);
  const stop = (name: string, is: State, note: string | undefined): Stop => ({
    name: is === 'now' ? <strong>{name}</strong> : name,
    is,
    ...(note && { note }),
  });
  return [
    stop(t('public.line.opens'), opens, round && format.date(round.opens)),
    stop(t('public.line.closes'), closes, round && format.date(round.closes)),
    stop(
      t('public.line.review'),
      review,
      round && t('public.line.until', { date: format.date(round.reviewDue) }),
    ),
    stop(t('public.line.decisions'), 'todo', t('public.line.decisions.note')),
    stop(t('public.line.travel'), 'todo', t('public.line.travel.note')),
    stop(t('public.line.report'), 'todo', t('public.line.report.note')),
  ];
};
