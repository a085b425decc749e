import type { UseCase } from '../kernel/endpoint.ts';
import { ok } from '../kernel/result.ts';
import type { AlumniCounting } from './alumni-counts.port.ts';
import { type ShownCounts, shownCounts } from './alumni-counts.ts';

/** Where alumni served and where they live, for everyone: in fives, and no group of fewer. */
export const viewAlumniCounts =
  ({ counting }: { counting: AlumniCounting }): UseCase<unknown, ShownCounts, never> =>
  async () =>
    ok(shownCounts(await counting.read()));
