import type { Failure } from '../../../shared/failures.ts';
import type { View } from '../../view.ts';

/** A refused act in words: what happened, with the instants or figures that decided it. */
export const refusalWords = (
  view: View,
  failure: Failure,
  round: { readonly zone: string },
): { readonly title: string; readonly text: string } => {
  const { t, format } = view;
  const title = t(`failure.${failure.kind}`);
  switch (failure.kind) {
    case 'round-closed':
      return {
        title: t('applications.check.late.title'),
        text: t('applications.check.late.text', {
          last: exactly(view, failure.lastInstant, round.zone),
          received: exactly(view, failure.receivedAt, round.zone),
        }),
      };
    case 'round-not-open':
      return {
        title,
        text: t('applications.check.not-open', { when: format.moment(failure.opensAt, round.zone) }),
      };
    case 'application-too-long':
      return {
        title,
        text: t('applications.check.too-long', {
          size: `${format.number(Math.ceil(failure.bytes / 1000))} KB`,
          limit: `${format.number(Math.floor(failure.limit / 1000))} KB`,
        }),
      };
    case 'step-refused':
      return { title: t('applications.not-possible.title'), text: title };
    default:
      return { title, text: t('applications.check.kept') };
  }
};

/** To the second: with a late submission the seconds are what one asks about. */
const exactly = ({ format, language }: View, at: string, zone: string) => {
  const seconds = new Intl.DateTimeFormat('en-US', { second: '2-digit', timeZone: zone }).format(
    new Date(at),
  );
  const said = format.moment(at, zone);
  const whole = seconds.padStart(2, '0');
  return language === 'ja' ? `${said}${whole}秒` : `${said} (${whole} s)`;
};
