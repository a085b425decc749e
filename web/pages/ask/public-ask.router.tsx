import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { askSchema } from '../../../shared/programs/question.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { AskPage } from './ask-page.tsx';
import { RoundQuestionsPage } from './round-questions-page.tsx';
import type { PublicAskUseCases } from './use-cases.ts';

/** The form for everyone, and each round's public questions and answers. */
export const publicAskPages = (useCases: PublicAskUseCases) => {
  const { listOpenRounds, viewOpenRound, askQuestion, listPublicAnswers } = useCases;

  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const cursor = c.req.query('cursor');
    const [rounds, answers] = await Promise.all([
      listOpenRounds(view.actor, {}, view.call),
      listPublicAnswers(view.actor, { cursor }, view.call),
    ]);
    if (!rounds.ok || !answers.ok) return seeOther(c, '/ask');
    return render(
      c,
      <AskPage
        view={view}
        rounds={rounds.value.items}
        roundId={c.req.query('round')}
        answers={answers.value}
        sent={c.req.query('sent') === '1'}
        failure={failure}
      />,
      failure,
    );
  };

  return new Hono<Site>()
    .get('/ask', (c) => page(c))
    .post('/ask', async (c) => {
      const view = viewOf(c);
      // No person sees this field: whatever fills it in is no person, and is not told so.
      if (view.typed.text('website') !== '') return seeOther(c, '/ask?sent=1');
      const asked = readQuestion(view);
      const done = asked.success
        ? await askQuestion(view.actor, asked.data, view.call)
        : fail({
            kind: 'invalid-input',
            fields: asked.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })),
          });
      return done.ok ? seeOther(c, '/ask?sent=1') : page(c, done.failure);
    })

    .get('/rounds/:id/questions', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const [round, answers] = await Promise.all([
        viewOpenRound(view.actor, { roundId }, view.call),
        listPublicAnswers(view.actor, { roundId, cursor: c.req.query('cursor') }, view.call),
      ]);
      if (!round.ok) return c.notFound();
      if (!answers.ok) return seeOther(c, `/rounds/${roundId}/questions`);
      return render(c, <RoundQuestionsPage view={view} round={round.value} answers={answers.value} />);
    });
};

const readQuestion = ({ typed }: View) => {
  const roundId = typed.text('roundId');
  return askSchema.safeParse({
    ...(roundId && { roundId }),
    name: typed.text('name'),
    email: typed.text('email'),
    language: typed.text('language'),
    text: typed.text('text'),
  });
};
