import type { Stopped } from '../jobs/job.port.ts';
import type { Clock } from '../kernel/clock.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Studies } from './study.port.ts';
import { makeStudy, perShelf, type Study, type StudyFigures, type StudyRow } from './study.ts';

type Ports = { studies: Pick<Studies, 'keep' | 'save'>; clock: Clock };
type Made = {
  readonly study: Study;
  readonly rows: readonly StudyRow[];
  readonly figures: StudyFigures;
  /** The job's try. */
  readonly attempt: number;
};

/** Puts what was worked out on its shelves, and says then that it is made. */
export const keepStudy = async (
  { studies, clock }: Ports,
  { study, rows, figures, attempt }: Made,
): Promise<Result<void, Stopped>> => {
  const shelves = Array.from({ length: Math.ceil(rows.length / perShelf) }, (_, no) =>
    rows.slice(no * perShelf, (no + 1) * perShelf),
  );
  await studies.keep(study.id, attempt, shelves);
  const saved = await studies.save(makeStudy(study, { figures, shelves: shelves.length }, clock()));
  // A later try has taken over.
  return saved.ok ? ok(undefined) : fail({ kind: 'stopped' });
};
