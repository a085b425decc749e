import type { OwnAlum } from '../../../shared/alumni/view-alum.ts';
import type { Said } from './said.ts';

/** The pages of a registration, in the order in which they are asked for. */
export const steps = ['served', 'home', 'offer', 'consents'] as const;
export type Step = (typeof steps)[number];

export const overviewPath = '/alumni/me';
export const pathOf = (step: Step | 'check'): string => `${overviewPath}/${step}`;

export const isDone = (step: Step, said: Said): boolean => {
  if (step === 'served') return said.placements.length > 0;
  if (step === 'home') return said.home !== undefined;
  return step === 'offer' ? said.offer !== undefined : said.choices !== undefined;
};

/** Where one goes after this page: to the next of a registration, back to the overview of one that stands. */
export const pathAfter = (step: Step, { alum }: OwnAlum): string =>
  alum ? `${overviewPath}?saved=${step}` : pathOf(steps[steps.indexOf(step) + 1] ?? 'check');
