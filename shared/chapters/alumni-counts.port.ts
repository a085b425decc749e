import type { AlumniCounts } from './alumni-counts.ts';

export type AlumniCounting = {
  /** As counted, small groups included: never to be shown but through `shownCounts`. */
  read(): Promise<AlumniCounts>;
};
