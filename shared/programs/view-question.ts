import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Questions } from './question.port.ts';
import type { Question } from './question.ts';

/** One question with who asked it; for staff. */
export const viewQuestion =
  ({
    questions,
  }: {
    questions: Pick<Questions, 'find'>;
  }): UseCase<{ questionId: string }, Question, NotFound> =>
  async (actor, { questionId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await questions.find(questionId);
    return found ? ok(found) : fail({ kind: 'not-found' });
  };
