import type { Translate } from '../messages/translate.ts';
import type { View } from '../view.ts';

const minute = 60_000;

/** What is left, in words: "10 days and 4 hours", down to minutes. Rounded down, so that it never promises more. */
export const leftInWords = (t: Translate, milliseconds: number): string => {
  const minutes = Math.max(0, Math.floor(milliseconds / minute));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60)];
  if (days > 0) return t('site.left.days', { days, hours: hours % 24 });
  if (hours > 0) return t('site.left.hours', { hours, minutes: minutes % 60 });
  return t('site.left.minutes', { minutes });
};

type Props = {
  view: View;
  /** The instant all three clocks show. */
  at: Date;
  /** The round's zone. */
  zone: string;
  /** Which words stand above: until it opens, closes, or something is due. */
  until?: 'opens' | 'closes' | 'due';
  /** Minutes after `at` in which it still counts; left out where no grace is spoken of. */
  graceMinutes?: number | undefined;
  /** Our own address of the calendar file, without language. */
  ics?: string | undefined;
  /** On the counterpart's page Japan's clock comes first. */
  japanFirst?: boolean;
  /** Unique on the page where there are several. */
  id?: string;
};

const headline = ({ view, at, until = 'closes', graceMinutes = 0 }: Props) => {
  const { t, call } = view;
  const left = at.getTime() - call.receivedAt.getTime();
  if (left >= 0) return t(`site.clocks.${until}-in`, { left: leftInWords(t, left) });
  const grace = left + graceMinutes * minute;
  return grace >= 0 ? t('site.clocks.in-grace', { left: leftInWords(t, grace) }) : t('site.clocks.closed');
};

/** One instant on the round's, the reader's and Japan's clock, what is left in words, the grace, a calendar file. */
export const Clocks = (props: Props) => {
  const { view, at, zone, graceMinutes, ics, japanFirst, id = 'clocks' } = props;
  const { t, format, viewerZone } = view;
  const japan = { label: t('site.clocks.japan'), zone: 'Asia/Tokyo' };
  const own = [
    { label: t('site.clocks.round'), zone },
    ...(viewerZone ? [{ label: t('site.clocks.viewer'), zone: viewerZone }] : []),
  ];
  const clocks = japanFirst ? [japan, ...own] : [...own, japan];
  // A Japanese date breaks after the era's year and nowhere else.
  const day = (words: string) =>
    view.language === 'ja' ? words.split(/(?<=年）)/).map((part) => <span class="nobr">{part}</span>) : words;
  const until = graceMinutes ? new Date(at.getTime() + graceMinutes * minute) : at;
  return (
    <section class="clocks" aria-labelledby={id}>
      <h2 class="clocks__left" id={id}>
        {headline(props)}
      </h2>
      <table>
        <caption class="sr">{t('site.clocks.caption')}</caption>
        <thead class="sr">
          <tr>
            <th scope="col">{t('site.clocks.clock')}</th>
            <th scope="col">{t('site.clocks.day')}</th>
            <th scope="col">{t('site.clocks.time')}</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map((clock) => (
            <tr>
              <th scope="row">
                {clock.label}
                <span>{format.zone(clock.zone)}</span>
              </th>
              <td>{day(clock === japan ? format.eraDate(at, clock.zone) : format.date(at, clock.zone))}</td>
              <td>
                <time class="clocks__time" datetime={at.toISOString()}>
                  {format.clock(at, clock.zone)}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(graceMinutes !== undefined || ics) && (
        <p class="clocks__foot">
          {graceMinutes !== undefined && `${t('site.clocks.counts')} `}
          {graceMinutes !== undefined &&
            (graceMinutes > 0
              ? t('site.clocks.grace', { minutes: graceMinutes, until: format.moment(until, zone) })
              : t('site.clocks.no-grace'))}{' '}
          {ics && <a href={view.href(ics)}>{t('site.clocks.ics')}</a>}
        </p>
      )}
    </section>
  );
};
