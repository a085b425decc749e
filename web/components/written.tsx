import type { When } from '../messages/format.ts';
import type { View } from '../view.ts';

type TimeProps = {
  view: View;
  at: When;
  /** For instants: by whose clock it is written. Days and local times are written as they stand. */
  zone?: string;
  /** `date` with weekday (default), `moment` with time and zone, `era` for days of the Japanese side. */
  as?: 'date' | 'moment' | 'era' | 'clock';
};

/** A date or time for people, with its machine reading. */
export const Time = ({ view: { format }, at, zone = 'UTC', as = 'date' }: TimeProps) => {
  const words = {
    date: () => format.date(at, zone),
    era: () => format.eraDate(at, zone),
    clock: () => format.clock(at, zone),
    moment: () => format.moment(at, zone),
  };
  return <time datetime={typeof at === 'string' ? at : at.toISOString()}>{words[as]()}</time>;
};

/** `$1,234.00` from whole cents; a dash where there is none. */
export const Money = ({ view, cents }: { view: View; cents: number | undefined }) => (
  <span class="num">{cents === undefined ? view.t('site.none') : view.format.money(cents)}</span>
);
