import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import { always, type Probes } from './probe.ts';

export const chaptersProbes =
  (_site: SeededPlatform): Probes<'chapters'> =>
  () => ({
    listChapters: { all: always({}), 'of a state': always({ query: { state: 'WA' } }) },
    viewChapter: { any: always({ params: { chapterId: 'jetaa-texoma' } }) },
    viewAlumniCounts: { all: always({}) },
  });
