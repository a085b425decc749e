import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Question, QuestionChange, QuestionStatus } from './question.ts';

export type Questions = {
  find(questionId: string): Promise<Question | undefined>;
  /** All that were asked, by status, newest first. */
  byStatus(status: QuestionStatus, position?: string): Promise<Page<Question>>;
  /** Answered in public: a round's, or the general ones; newest answer first. */
  answeredInPublic(roundId: string | undefined, position?: string): Promise<Page<Question>>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: QuestionChange): Promise<Result<void, Conflict | NotFound>>;
};
