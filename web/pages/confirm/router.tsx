import { type Context, Hono } from 'hono';
import type { ConfirmationSheet } from '../../../shared/applications/application-view.ts';
import { type Answer, answerSchema } from '../../../shared/applications/confirmation.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Typed } from '../../components/form/typed.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { GoneLinkPage } from './gone-link-page.tsx';
import { LetterPage } from './letter-page.tsx';

export type ConfirmUseCases = {
  readonly viewConfirmation: UseCase<unknown, ConfirmationSheet, Failure>;
  readonly answerConfirmation: UseCase<Answer, unknown, Failure>;
};

const readAnswer = (typed: Typed): Result<Answer, InvalidInput> => {
  const read = answerSchema.safeParse({
    version: Number(typed.text('version')),
    action: typed.text('action'),
    name: typed.text('name'),
    approver: typed.text('approver'),
    note: typed.text('note'),
  });
  if (read.success) return ok(read.data);
  const fields = read.error.issues.map(({ path, code }) => ({
    path: path.join('.'),
    code: code === 'too_small' || code === 'invalid_value' ? 'required' : code,
  }));
  return fail({ kind: 'invalid-input', fields });
};

/** The Japanese office's page: the link is all that is needed, no account. Reading it changes nothing. */
export const confirmPages = ({ viewConfirmation, answerConfirmation }: ConfirmUseCases) => {
  const holder = (c: Context<Site>) => ({ kind: 'link', token: c.req.param('token') ?? '' }) as const;

  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await viewConfirmation(holder(c), {}, view.call);
    return seen.ok
      ? render(c, <LetterPage view={view} sheet={seen.value} failure={failure} />, failure)
      : render(c, <GoneLinkPage view={view} what="letter" failure={seen.failure} />, seen.failure);
  };

  return new Hono<Site>()
    .get('/confirm/:token', (c) => page(c))
    .post('/confirm/:token', async (c) => {
      const { typed, call } = viewOf(c);
      const answer = readAnswer(typed);
      const done = answer.ok ? await answerConfirmation(holder(c), answer.value, call) : answer;
      // Seeing the page again by GET keeps a reload from sending the answer twice.
      return done.ok ? seeOther(c, c.req.path) : page(c, done.failure);
    });
};
