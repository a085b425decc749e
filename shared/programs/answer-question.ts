import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Questions } from './question.port.ts';
import { type Answer, answerQuestion as answer, type Question } from './question.ts';

type Ports = { questions: Pick<Questions, 'find' | 'save'> };
type Input = Answer & { questionId: string; version: number };

/** Staff answer; whoever asked gets the answer by mail, and everyone sees it if it is public. */
export const answerQuestion =
  ({ questions }: Ports): UseCase<Input, Question, NotFound | Conflict | Stale | StepRefused> =>
  async (actor, { questionId, version, text, isPublic, publicQuestion }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await questions.find(questionId);
    if (!found) return fail({ kind: 'not-found' });
    // The same answer by the same person is the same click, sent again.
    if (found.answer?.by === actor.personId && found.answer.text === text) return ok(found);

    const given = { text, isPublic, publicQuestion, version };
    const answered = answer(found, given, actor.personId, receivedAt);
    if (!answered.ok) return answered;
    const saved = await questions.save(answered.value);
    return saved.ok ? ok(answered.value.question) : saved;
  };
