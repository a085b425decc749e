import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Cursors } from '../table/cursor.ts';
import type { Questions } from './question.port.ts';
import type { Question, QuestionStatus } from './question.ts';

type Ports = { questions: Pick<Questions, 'byStatus' | 'answeredInPublic'>; cursors: Cursors };
type Cursor = { cursor?: string | undefined };

/** What everyone may read: staff's wording of the question and the answer, and nothing of who asked. */
export type PublicAnswer = {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly answeredAt: string;
  readonly language: 'en' | 'ja';
};

/** Asked or answered questions with who asked; for staff. */
export const listQuestions =
  ({
    questions,
    cursors,
  }: Ports): UseCase<Cursor & { status: QuestionStatus }, Page<Question>, NotFound | InvalidInput> =>
  async (actor, { status, cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const scope = `questions:${status}:${actor.personId}`;
    const position = cursor && cursors.open(scope, cursor);
    if (cursor && !position) return refusedCursor;
    const page = await questions.byStatus(status, position);
    return ok({ items: page.items, ...(page.next && { next: cursors.seal(scope, page.next) }) });
  };

/** Questions and answers of one round, or the general ones; for everyone. */
export const listPublicAnswers =
  ({
    questions,
    cursors,
  }: Ports): UseCase<Cursor & { roundId?: string | undefined }, Page<PublicAnswer>, InvalidInput> =>
  async (_actor, { roundId, cursor }) => {
    const scope = `answers:${roundId ?? ''}`;
    const position = cursor && cursors.open(scope, cursor);
    if (cursor && !position) return refusedCursor;
    const page = await questions.answeredInPublic(roundId, position);
    return ok({
      items: page.items.flatMap(publicAnswer),
      ...(page.next && { next: cursors.seal(scope, page.next) }),
    });
  };

const refusedCursor = fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });

const publicAnswer = ({ id, answer, asker }: Question): readonly PublicAnswer[] =>
  answer?.isPublic
    ? [
        {
          id,
          question: answer.publicQuestion,
          answer: answer.text,
          answeredAt: answer.at,
          language: asker.language,
        },
      ]
    : [];
