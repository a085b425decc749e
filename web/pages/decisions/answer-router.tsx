import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import { type AnswerView, recordedAnswerSchema } from '../../../shared/awards/record-answer.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { AnswerPage } from './answer-page.tsx';

export type AnswerUseCases = {
  viewAwardAnswer: UseCase<{ applicationId: string }, AnswerView, Failure>;
  recordAwardAnswer: UseCase<
    z.output<typeof recordedAnswerSchema> & { applicationId: string; version: number },
    { roundId: string },
    Failure
  >;
};

/** Where staff record an answer that did not come by the applicant's own page. */
export const answerPages = ({ viewAwardAnswer, recordAwardAnswer }: AnswerUseCases) => {
  const page = async (c: Context<Site>, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewAwardAnswer(view.actor, { applicationId }, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <AnswerPage view={view} seen={seen.value} failure={failure} />, failure);
  };

  const record = ({ actor, typed, call }: View, applicationId: string) => {
    const asked = recordedAnswerSchema.safeParse({
      answer: typed.text('answer'),
      reason: typed.text('reason'),
    });
    const at = { applicationId, version: Number(typed.text('version')) };
    if (asked.success) return recordAwardAnswer(actor, { ...asked.data, ...at }, call);
    const fields = asked.error.issues.map(({ path, code }) => ({
      path: path.join('.'),
      code: code === 'too_small' ? 'required' : code,
    }));
    return fail({ kind: 'invalid-input', fields });
  };

  return new Hono<Site>()
    .get('/staff/applications/:id/answer', (c) => page(c, c.req.param('id')))
    .post('/staff/applications/:id/answer', async (c) => {
      const applicationId = c.req.param('id');
      const done = await record(viewOf(c), applicationId);
      return done.ok
        ? seeOther(c, `/staff/rounds/${done.value.roundId}/waitlist`)
        : page(c, applicationId, done.failure);
    });
};
