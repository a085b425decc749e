import type { SeenRound } from '../../../shared/programs/view-round.ts';
import type { State } from '../../components/badge.tsx';
import type { Stop } from '../../components/line.tsx';
import type { View } from '../../view.ts';

/** The round's dates as stops: what is past, what is on, what comes. */
export const roundLine = (view: View, round: SeenRound): readonly Stop[] => {
  const { t, format, call } = view;
  const now = call.receivedAt.toISOString();
  const { opens, closes, lastInstant, reviewDue } = round.instants;
  const steps = [
    { key: 'opens', until: opens, note: format.date(opens, round.zone) },
    { key: 'closes', until: lastInstant, note: format.date(closes, round.zone) },
    {
      key: 'review',
      until: reviewDue,
      note: t('programs.line.until', { date: format.date(reviewDue, round.zone) }),
    },
    {
      key: 'decisions',
      until: round.announcedAt,
      note: round.announcedAt
        ? format.date(round.announcedAt, round.zone)
        : t('programs.line.decisions.note'),
    },
  ] as const;
  // An announcement may come before the last review was due: nothing before it is still to come then.
  const past = steps.map(({ until }) => Boolean(round.announcedAt) || (until !== undefined && until < now));
  const current = past.indexOf(false);
  return steps.map(({ key, note }, at) => {
    const is: State = past[at] ? 'done' : at === current ? 'now' : 'todo';
    return { name: t(`programs.line.${key}`), note, is, ...(is === 'now' && { here: true }) };
  });
};
