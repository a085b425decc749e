import type { JobChange } from '../jobs/job.port.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Study, StudyChange, StudyRow } from './study.ts';

export type Studies = {
  /** Consistent. */
  find(studyId: string): Promise<Study | undefined>;
  /** A chapter's plans, or those of the whole network, newest first: ten at most. From an index. */
  latest(kind: Study['kind'], chapterId?: string): Promise<readonly Study[]>;
  /** One of its pages, from 0. */
  shelf(studyId: string, no: number): Promise<readonly StudyRow[]>;
  /** With the job that works it out: all or none. */
  ask(change: StudyChange, job: JobChange): Promise<Result<void, Conflict | NotFound>>;
  /** Its pages; written again by a later try they take the earlier ones' place. */
  keep(studyId: string, attempt: number, shelves: readonly (readonly StudyRow[])[]): Promise<void>;
  /** Replaces version n-1 by n. */
  save(change: StudyChange): Promise<Result<void, Conflict | NotFound>>;
};
