import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { answerSchema, type QuestionStatus, questionStatuses } from '../../../shared/programs/question.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { QuestionPage } from './question-page.tsx';
import { StaffQuestionsPage } from './staff-questions-page.tsx';
import type { StaffAskUseCases } from './use-cases.ts';

const statusOf = (text: string | undefined): QuestionStatus =>
  questionStatuses.find((status) => status === text) ?? 'asked';

/** Staff's questions: what waits, what was answered, and the answering. */
export const staffQuestionPages = ({ listQuestions, viewQuestion, answerQuestion }: StaffAskUseCases) => {
  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const questionId = c.req.param('id') ?? '';
    const seen = await viewQuestion(view.actor, { questionId }, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <QuestionPage view={view} question={seen.value} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/staff/questions', async (c) => {
      const view = viewOf(c);
      const status = statusOf(c.req.query('status'));
      const cursor = c.req.query('cursor');
      const listed = await listQuestions(view.actor, { status, cursor }, view.call);
      if (listed.ok)
        return render(c, <StaffQuestionsPage view={view} status={status} questions={listed.value} />);
      return listed.failure.kind === 'not-found' ? c.notFound() : seeOther(c, '/staff/questions');
    })

    .get('/staff/questions/:id', (c) => page(c))
    .post('/staff/questions/:id', async (c) => {
      const view = viewOf(c);
      const answer = readAnswer(view);
      if (!answer.success)
        return page(
          c,
          fail({
            kind: 'invalid-input',
            fields: answer.error.issues.map(({ path, code, message }) => ({
              path: path.join('.'),
              code: code === 'custom' ? message : code,
            })),
          }).failure,
        );
      const input = {
        ...answer.data,
        questionId: c.req.param('id'),
        version: Number(view.typed.text('version')),
      };
      const done = await answerQuestion(view.actor, input, view.call);
      return done.ok ? seeOther(c, '/staff/questions') : page(c, done.failure);
    });
};

const readAnswer = ({ typed }: View) =>
  answerSchema.safeParse({
    text: typed.text('text'),
    isPublic: typed.text('isPublic') === 'yes',
    publicQuestion: typed.text('publicQuestion'),
  });
