import ical, { ICalEventStatus } from 'ical-generator';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import type { View } from '../../view.ts';

/**
 * Opening and closing as an iCalendar file: in UTC, so that every calendar shows them in its owner's zone. An end must lie
 * after its start (RFC 5545, 3.8.2.2), so that an instant has none.
 */
export const roundCalendar = ({ t, language, format, call }: View, round: SeenRound): string => {
  const name = inLanguage(round.name, language);
  const calendar = ical({
    name,
    prodId: { company: 'Shimai', product: 'Rounds', language: language.toUpperCase() },
  });
  const until = format.moment(round.instants.lastInstant, round.zone);
  for (const which of ['opens', 'closes'] as const)
    calendar.createEvent({
      id: `${round.id}-${which}@shimai`,
      stamp: call.receivedAt,
      sequence: round.version,
      start: new Date(round.instants[which]),
      ...(round.cancelled && { status: ICalEventStatus.CANCELLED }),
      summary: t(`programs.calendar.${which}`, { round: name }),
      ...(which === 'closes' && { description: t('programs.calendar.grace', { until }) }),
    });
  return calendar.toString();
};
