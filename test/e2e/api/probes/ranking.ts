import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import { always, type Probes } from './probe.ts';

export const rankingProbes =
  (_: SeededPlatform): Probes<'ranking'> =>
  ({ committee }) => {
    const closed = always({ params: { roundId: committee.id } });
    return {
      scoreRound: { closed },
      viewSensitivity: { closed },
      exportScores: { closed },
      exportReviews: { closed },
    };
  };
