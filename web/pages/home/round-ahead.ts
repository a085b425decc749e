import type { SeenRound } from '../../../shared/programs/view-round.ts';

/** The round the home page leads with: one that takes applications, else the next to open. */
export const roundAhead = (rounds: readonly SeenRound[]): SeenRound | undefined => {
  const by = (...phases: readonly SeenRound['phase'][]) =>
    rounds
      .filter(({ phase }) => phases.includes(phase))
      .sort((a, b) => a.instants.closes.localeCompare(b.instants.closes))[0];
  return by('open', 'closing-soon', 'grace') ?? by('upcoming');
};
