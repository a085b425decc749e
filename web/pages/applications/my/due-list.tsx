import type { MyApplication } from '../../../../shared/applications/application-view.ts';
import { inLanguage } from '../../../../shared/kernel/text.ts';
import { instantsOf } from '../../../../shared/programs/round.ts';
import { Badge } from '../../../components/badge.tsx';
import { leftInWords } from '../../../components/clocks.tsx';
import { Pair } from '../../../components/map/kept-pair.tsx';
import { Time } from '../../../components/written.tsx';
import type { View } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';

/** When the round closes, without its grace: that is what one plans by. */
const closingOf = (round: MyApplication['round']) => instantsOf({ ...round, reviewDue: round.closes }).closes;

const dueWords = ({ t, call }: View, { due, application, round }: MyApplication): string => {
  if (due?.what === 'accept') return t('applications.my.item.awarded');
  const now = call.receivedAt.getTime();
  const leftUntil = (at: number) => leftInWords(t, at - now);
  const last = new Date(due?.at ?? now).getTime();
  if (application.status === 'returned') return t('applications.my.item.returned', { left: leftUntil(last) });
  const closes = closingOf(round).getTime();
  return now > closes
    ? t('site.clocks.in-grace', { left: leftUntil(last) })
    : t('applications.my.item.closes', { left: leftUntil(closes) });
};

const DueItem = ({ view, one }: { view: View; one: MyApplication }) => {
  const { application, round, due } = one;
  const path = due?.what === 'accept' ? pathOf(application.id, 'outcome') : pathOf(application.id);
  return (
    <li class="due-item">
      <p class="due-item__when">
        <Badge is="due">{dueWords(view, one)}</Badge>
      </p>
      <h2 class="h-lg">
        <a href={view.href(path)}>{application.title}</a>
      </h2>
      <p class="small soft">
        <Pair view={view} pair={application.pair} />
        {' · '}
        {inLanguage(round.name, view.language)}
        {' · '}
        {view.t(`applications.status.${application.status}`)}
        {due?.at && (
          <>
            {' · '}
            <Time
              view={view}
              at={application.status === 'returned' ? due.at : closingOf(round)}
              as="moment"
              zone={view.viewerZone ?? round.zone}
            />
          </>
        )}
      </p>
    </li>
  );
};

/** What waits for the person, in the order in which it is due. */
export const DueList = ({ view, due }: { view: View; due: readonly MyApplication[] }) => (
  <ul class="due-list column">
    {due.map((one) => (
      <DueItem view={view} one={one} />
    ))}
  </ul>
);
