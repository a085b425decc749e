import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { bilingualSchema } from '../../../shared/kernel/text.ts';
import { localTimeSchema } from '../../../shared/kernel/zoned-time.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { isFrozen } from '../../../shared/programs/round-steps.ts';
import type { Typed } from '../../components/form/typed.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { CancelPage, ExtendPage } from './lifecycle-pages.tsx';
import { NewFormPage } from './new-form-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { PublishPage } from './publish-page.tsx';
import { readTerms } from './read-terms.ts';
import { RoundFormPage } from './round-form-page.tsx';
import { afterAct } from './round-rows.ts';
import { newRoundTerms, typedTerms } from './round-typed.ts';
import { StaffRoundsPage } from './staff-rounds-page.tsx';
import type { StaffRoundUseCases } from './use-cases.ts';

const cancellationSchema = z.object({ reason: bilingualSchema(500) });
const extensionSchema = cancellationSchema.extend({ closes: localTimeSchema, reviewDue: localTimeSchema });

const lifecycleInput = ({ typed: { text } }: View) => ({
  closes: text('closes'),
  reviewDue: text('reviewDue'),
  reason: { en: text('reason.en'), ja: text('reason.ja') },
});

const refusalOf = (error: z.ZodError) =>
  fail({
    kind: 'invalid-input' as const,
    fields: error.issues.map(({ path, code }) => ({
      path: path.join('.'),
      code: code === 'too_small' ? 'required' : code,
    })),
  });

/** Staff's rounds: list, draft, edit, publish. */
export const staffRoundPages = (useCases: StaffRoundUseCases) => {
  const { listRounds, viewRound, createRound, editRound, publishRound, viewFormUse } = useCases;

  const form = (c: Context<Site>, round: Round | undefined, typed: Typed, failure?: Failure) => {
    const saved = c.req.query('saved') === '1';
    const page = <RoundFormPage view={viewOf(c)} {...{ round, typed, failure, saved }} />;
    return render(c, page, failure);
  };

  const loaded = async (c: Context<Site>) => {
    const { actor, call } = viewOf(c);
    const seen = await viewRound(actor, { roundId: c.req.param('id') ?? '' }, call);
    return seen.ok ? seen.value : undefined;
  };

  return new Hono<Site>()
    .get('/staff/rounds', async (c) => {
      const view = viewOf(c);
      const listed = await listRounds(view.actor, { cursor: c.req.query('cursor') }, view.call);
      if (listed.ok) return render(c, <StaffRoundsPage view={view} rounds={listed.value} />);
      return listed.failure.kind === 'not-found' ? c.notFound() : seeOther(c, '/staff/rounds');
    })

    .get('/staff/rounds/new', (c) => form(c, undefined, newRoundTerms(viewOf(c).key)))
    .post('/staff/rounds/new', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const changed = afterAct(typed);
      if (changed) return form(c, undefined, changed);
      const terms = readTerms(typed);
      const done = terms.ok ? await createRound(actor, terms.value, call) : terms;
      return done.ok
        ? seeOther(c, `/staff/rounds/${done.value.id}?saved=1`)
        : form(c, undefined, typed, done.failure);
    })

    .get('/staff/rounds/:id', async (c) => {
      const round = await loaded(c);
      return round ? form(c, round, typedTerms(round)) : c.notFound();
    })
    .post('/staff/rounds/:id', async (c) => {
      const view = viewOf(c);
      const round = await loaded(c);
      if (!round) return c.notFound();
      const typed = completed(view, round);
      const changed = afterAct(typed);
      if (changed) return form(c, round, changed);
      const terms = readTerms(typed);
      const version = Number(typed.text('version'));
      const input = { roundId: round.id, version };
      const newForm = Number(typed.text('newForm'));
      const done = terms.ok
        ? await editRound(
            view.actor,
            { ...terms.value, ...input, ...(newForm > 0 && { newForm }) },
            view.call,
          )
        : terms;
      if (done.ok) return seeOther(c, `/staff/rounds/${round.id}?saved=1`);
      if (done.failure.kind !== 'form-changes') return form(c, round, typed, done.failure);
      const use = await viewFormUse(view.actor, { roundId: round.id }, view.call);
      if (!use.ok) return c.notFound();
      const page = <NewFormPage view={view} {...{ round, typed, changes: done.failure, use: use.value }} />;
      return render(c, page, done.failure);
    })

    .get('/staff/rounds/:id/preview', async (c) => {
      const round = await loaded(c);
      return round ? render(c, <PreviewPage view={viewOf(c)} round={round} />) : c.notFound();
    })
    .post('/staff/rounds/:id/next-year', async (c) => {
      const { actor, call } = viewOf(c);
      const done = await useCases.duplicateRound(actor, { roundId: c.req.param('id') }, call);
      return done.ok ? seeOther(c, `/staff/rounds/${done.value.id}?saved=1`) : c.notFound();
    })
    .get('/staff/rounds/:id/extend', async (c) => {
      const round = await loaded(c);
      return round ? render(c, <ExtendPage view={viewOf(c)} round={round} />) : c.notFound();
    })
    .post('/staff/rounds/:id/extend', async (c) => {
      const view = viewOf(c);
      const round = await loaded(c);
      if (!round) return c.notFound();
      const read = extensionSchema.safeParse(lifecycleInput(view));
      const input = { roundId: round.id, version: Number(view.typed.text('version')) };
      const done = read.success
        ? await useCases.extendRound(view.actor, { ...read.data, ...input }, view.call)
        : refusalOf(read.error);
      if (done.ok) return seeOther(c, `/staff/rounds/${round.id}?saved=1`);
      return render(c, <ExtendPage view={view} round={round} failure={done.failure} />, done.failure);
    })
    .get('/staff/rounds/:id/cancel', async (c) => {
      const round = await loaded(c);
      return round ? render(c, <CancelPage view={viewOf(c)} round={round} />) : c.notFound();
    })
    .post('/staff/rounds/:id/cancel', async (c) => {
      const view = viewOf(c);
      const round = await loaded(c);
      if (!round) return c.notFound();
      const read = cancellationSchema.safeParse(lifecycleInput(view));
      const input = { roundId: round.id, version: Number(view.typed.text('version')) };
      const done = read.success
        ? await useCases.cancelRound(view.actor, { ...read.data, ...input }, view.call)
        : refusalOf(read.error);
      if (done.ok) return seeOther(c, `/staff/rounds/${round.id}?saved=1`);
      return render(c, <CancelPage view={view} round={round} failure={done.failure} />, done.failure);
    })

    .get('/staff/rounds/:id/publish', async (c) => {
      const round = await loaded(c);
      return round ? render(c, <PublishPage view={viewOf(c)} round={round} />) : c.notFound();
    })
    .post('/staff/rounds/:id/publish', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const version = Number(view.typed.text('version'));
      const done = await publishRound(view.actor, { roundId, version }, view.call);
      if (done.ok) return seeOther(c, `/staff/rounds/${roundId}?saved=1`);
      const round = await loaded(c);
      if (!round) return c.notFound();
      return render(c, <PublishPage view={view} round={round} failure={done.failure} />, done.failure);
    });
};

// A form made after the opening leaves out what is frozen; one made before it still holds it, and is told.
const completed = ({ typed, call }: View, round: Round): Typed =>
  isFrozen(round, call.receivedAt) && !typed.has('blinding') ? typedTerms(round, typed) : typed;
