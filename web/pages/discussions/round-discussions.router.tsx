import { type Context, Hono } from 'hono';
import { agendaTermsSchema } from '../../../shared/discussions/agenda.ts';
import { agendaChoices } from '../../../shared/discussions/view-agenda.ts';
import type { Failure } from '../../../shared/failures.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { AgendaPage } from './agenda-page.tsx';
import { versionOf } from './one-discussion.tsx';
import { RoundDiscussionPage } from './round-discussion-page.tsx';
import type { RoundDiscussionUseCases } from './use-cases.ts';

/** Staff's pages about a round's discussion: its switch, and the meeting's agenda. */
export const roundDiscussionPages = (useCases: RoundDiscussionUseCases) => {
  const roundPage = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewRoundDiscussion(view.actor, { roundId }, view.call);
    return seen.ok
      ? render(c, <RoundDiscussionPage view={view} seen={seen.value} failure={failure} />, failure)
      : c.notFound();
  };

  const agendaPage = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const choose = agendaChoices.find((one) => one === c.req.query('choose'));
    const seen = await useCases.viewAgenda(view.actor, { roundId, choose }, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <AgendaPage view={view} seen={seen.value} choose={choose} failure={failure} />, failure);
  };

  const move = (view: View, roundId: string) => {
    const { actor, typed, call } = view;
    const act = typed.text('do');
    if (act === 'leads') return useCases.nameLeads(actor, { roundId }, call);
    const version = versionOf(view);
    const early = typed.text('early') === 'yes';
    const action = act === 'close' ? 'close' : 'open';
    return useCases.moveDiscussion(actor, { roundId, action, early, version }, call);
  };

  const set = (view: View, roundId: string) => {
    const { actor, typed, call } = view;
    const minutes = Number(typed.text('minutes').normalize('NFKC'));
    const terms = agendaTermsSchema.safeParse({ startsAt: typed.text('startsAt'), minutes });
    if (!terms.success) {
      const fields = terms.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'invalid' }));
      return fail({ kind: 'invalid-input', fields });
    }
    const ids = (name: string) => typed.all(name).filter((id) => idSchema.safeParse(id).success);
    const input = { roundId, ...terms.data, applicationIds: ids('applicationIds'), awayIds: ids('awayIds') };
    return useCases.setAgenda(actor, { ...input, version: versionOf(view) }, call);
  };

  return new Hono<Site>()
    .get('/staff/rounds/:id/discussion', (c) => roundPage(c, c.req.param('id')))
    .post('/staff/rounds/:id/discussion', async (c) => {
      const roundId = c.req.param('id');
      const done = await move(viewOf(c), roundId);
      return done.ok
        ? seeOther(c, `/staff/rounds/${roundId}/discussion`)
        : roundPage(c, roundId, done.failure);
    })
    .get('/staff/rounds/:id/agenda', (c) => agendaPage(c, c.req.param('id')))
    .post('/staff/rounds/:id/agenda', async (c) => {
      const roundId = c.req.param('id');
      const done = await set(viewOf(c), roundId);
      return done.ok ? seeOther(c, `/staff/rounds/${roundId}/agenda`) : agendaPage(c, roundId, done.failure);
    });
};
