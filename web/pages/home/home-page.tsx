import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Clocks } from '../../components/clocks.tsx';
import { Band } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Line } from '../../components/line.tsx';
import type { View } from '../../view.ts';
import { Doors } from './doors.tsx';
import { HomeMap } from './home-map.tsx';
import { Opening } from './opening.tsx';
import { roundStops } from './round-stops.tsx';

type Props = { view: View; round: SeenRound | undefined; pairs: readonly Partnership[] };

const RoundClocks = ({ view, round }: { view: View; round: SeenRound }) => {
  const { phase, instants, zone, graceMinutes, id } = round;
  const upcoming = phase === 'upcoming';
  return (
    <Clocks
      view={view}
      at={new Date(upcoming ? instants.opens : instants.closes)}
      zone={zone}
      until={upcoming ? 'opens' : 'closes'}
      graceMinutes={upcoming ? undefined : graceMinutes}
      ics={`/rounds/${id}.ics`}
    />
  );
};

/** The front page: what it is, when the round closes, who is connected with whom, how it goes, for whom it is. */
export const HomePage = ({ view, round, pairs }: Props) => {
  const { t } = view;
  return (
    <Layout view={view} title={t('public.home.title')} demo={round?.demo}>
      <div class="cols cols--lead">
        <Opening view={view} round={round} />
        {round && <RoundClocks view={view} round={round} />}
      </div>
      <HomeMap view={view} pairs={pairs} />
      <Band id="line" title={t('public.line.title')} lede={t('public.line.lede')}>
        <Line view={view} stops={roundStops(view, round)} flat />
      </Band>
      <Band id="who" title={t('public.who.title')}>
        <Doors view={view} />
      </Band>
    </Layout>
  );
};
