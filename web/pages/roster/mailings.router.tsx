import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { type MailingWords, mailingWordsSchema } from '../../../shared/roster/mailing.ts';
import type { RosterFilter } from '../../../shared/roster/roster-filter.ts';
import type { Typed } from '../../components/form/typed.ts';
import { lookAgain } from '../../look-again.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { MailingFormPage } from './mailing-form-page.tsx';
import { MailingPage } from './mailing-page.tsx';
import { readQuery } from './read-query.ts';
import type { RosterUseCases } from './use-cases.ts';

const unordered = { sort: 'number', direction: 'up' } as const;

/** Mail to what is filtered: its words, every message of it, and the act that has them written. */
export const mailingPages = (useCases: RosterUseCases) => {
  const formPage = async (
    c: Context<Site>,
    of: { roundId: string; filter: RosterFilter; mailingId?: string },
    failure?: Failure,
  ) => {
    const view = viewOf(c);
    const { mailingId } = of;
    const seen = mailingId ? await useCases.previewMailing(view.actor, { mailingId }, view.call) : undefined;
    if (seen && !seen.ok) return c.notFound();
    const mailing = seen?.value.mailing;
    const filter = mailing?.filter ?? of.filter;
    const list = await useCases.listRoster(
      view.actor,
      { ...filter, ...unordered, roundId: mailing?.roundId ?? of.roundId },
      view.call,
    );
    if (!list.ok) return c.notFound();
    const page = { view, list: list.value, filter, mailing, failure };
    return render(c, <MailingFormPage {...page} />, failure);
  };

  const mailingPage = async (c: Context<Site>, mailingId: string, failure?: Failure) => {
    const view = viewOf(c);
    const here = view.path.split('?')[0] ?? view.path;
    const cursor = failure ? undefined : c.req.query('cursor');
    const seen = await useCases.previewMailing(view.actor, { mailingId, cursor }, view.call);
    // A cursor that is none of ours: the list from its start.
    if (!seen.ok) return seen.failure.kind === 'invalid-input' ? seeOther(c, here) : c.notFound();
    lookAgain(c, seen.value.job, failure);
    return render(c, <MailingPage view={view} preview={seen.value} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/staff/lists/:id/mailings/new', (c) =>
      formPage(c, { roundId: c.req.param('id'), filter: filterOf(c) }),
    )
    .post('/staff/lists/:id/mailings/new', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const of = { roundId: c.req.param('id'), filter: filterOf(c) };
      const words = wordsOf(typed);
      if (!words.ok) return formPage(c, of, words.failure);
      const begun = await useCases.writeMailing(actor, { ...of, ...words.value }, call);
      return begun.ok
        ? seeOther(c, `/staff/lists/${of.roundId}/mailings/${begun.value.id}`)
        : formPage(c, of, begun.failure);
    })
    .get('/staff/lists/:id/mailings/:mailing', (c) => mailingPage(c, c.req.param('mailing')))
    .post('/staff/lists/:id/mailings/:mailing', async (c) => {
      const { actor, typed, call, path } = viewOf(c);
      const mailingId = c.req.param('mailing');
      const done =
        typed.text('action') === 'cancel'
          ? await useCases.cancelJob(actor, { jobId: typed.id('jobId') }, call)
          : await useCases.sendMailing(
              actor,
              {
                mailingId,
                version: Number(typed.text('version')) || 0,
                hold: typed.text('hold') !== 'send',
                applications: Number(typed.text('applications')) || 0,
              },
              call,
            );
      return done.ok ? seeOther(c, path) : mailingPage(c, mailingId, done.failure);
    })
    .get('/staff/lists/:id/mailings/:mailing/words', (c) =>
      formPage(c, { roundId: c.req.param('id'), filter: {}, mailingId: c.req.param('mailing') }),
    )
    .post('/staff/lists/:id/mailings/:mailing/words', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const { id: roundId, mailing: mailingId } = c.req.param();
      const of = { roundId, filter: {}, mailingId };
      const words = wordsOf(typed);
      if (!words.ok) return formPage(c, of, words.failure);
      const version = Number(typed.text('version')) || 0;
      const saved = await useCases.editMailing(actor, { ...words.value, mailingId, version }, call);
      return saved.ok
        ? seeOther(c, `/staff/lists/${roundId}/mailings/${mailingId}`)
        : formPage(c, of, saved.failure);
    });
};

const filterOf = (c: Context<Site>): RosterFilter => readQuery(new URL(c.req.url).searchParams).filter;

const wordsOf = (typed: Typed): Result<MailingWords, Failure> => {
  const both = (name: string) => ({ en: typed.text(`${name}.en`), ja: typed.text(`${name}.ja`) });
  const words = mailingWordsSchema.safeParse({
    subject: both('subject'),
    body: both('body'),
    to: typed.text('to'),
  });
  if (words.success) return ok(words.data);
  const fields = words.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code === 'custom' ? issue.message : issue.code,
    ...('params' in issue && issue.params?.detail ? { detail: String(issue.params.detail) } : {}),
  }));
  return fail({ kind: 'invalid-input', fields });
};
