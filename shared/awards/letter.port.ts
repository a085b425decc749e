import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { AnswerDate, LetterBook, LetterTemplate } from './letter.ts';

export type LetterTemplateChange = {
  readonly template: LetterTemplate;
  readonly events: readonly DomainEvent[];
};
export type AnswerDateChange = { readonly answerDate: AnswerDate; readonly events: readonly DomainEvent[] };

export type Letters = {
  /** A round's templates and the date to answer by. Consistent. */
  book(roundId: string): Promise<LetterBook>;
  /** Creates version 1; replaces version n-1 by n. */
  saveTemplate(change: LetterTemplateChange): Promise<Result<void, Conflict | NotFound>>;
  /** Creates version 1; replaces version n-1 by n. */
  saveAnswerDate(change: AnswerDateChange): Promise<Result<void, Conflict | NotFound>>;
};
