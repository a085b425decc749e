import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { lookAgain } from '../../look-again.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { MovePage } from './move-page.tsx';
import { PlanPage } from './plan-page.tsx';
import { plansPath } from './plan-words.ts';
import { readSettings } from './read-settings.ts';
import { SettingsPage } from './settings-page.tsx';
import type { PlanUseCases } from './use-cases.ts';

/** Staff's pages about plans of assignments: asking for one, one plan, moving a pair of it. */
export const planPages = (useCases: PlanUseCases) => {
  const settingsPage = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const [seen, plans] = await Promise.all([
      useCases.viewSettings(view.actor, { roundId }, view.call),
      useCases.listPlans(view.actor, { roundId }, view.call),
    ]);
    if (!seen.ok || !plans.ok) return c.notFound();
    const page = { view, seen: seen.value, plans: plans.value.items, failure };
    return render(c, <SettingsPage {...page} />, failure);
  };

  const askForOne = async ({ actor, typed, call }: View, roundId: string) => {
    const settings = readSettings(typed);
    if (!settings.ok) return settings;
    const version = Number(typed.text('version')) || 0;
    const saved = await useCases.saveSettings(actor, { ...settings.value, roundId, version }, call);
    return saved.ok ? useCases.askPlan(actor, { roundId }, call) : saved;
  };

  type OfPlan = { roundId: string; planId: string };
  const planOf = (c: Context<Site, '/staff/rounds/:id/assignments/plans/:plan'>): OfPlan => ({
    roundId: c.req.param('id'),
    planId: c.req.param('plan'),
  });

  const planPage = async (c: Context<Site>, of: OfPlan, failure?: Failure) => {
    const view = viewOf(c);
    const page = Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);
    const seen = await useCases.viewPlan(view.actor, { ...of, page }, view.call);
    if (!seen.ok) return c.notFound();
    lookAgain(c, seen.value.job, failure);
    return render(c, <PlanPage view={view} seen={seen.value} failure={failure} />, failure);
  };

  const act = ({ actor, typed, call }: View, of: OfPlan) => {
    const action = typed.text('action');
    if (action === 'cancel') return useCases.cancelJob(actor, { jobId: typed.id('jobId') }, call);
    if (action === 'apply')
      return useCases.applyPlan(actor, { ...of, version: Number(typed.text('version')) || 0 }, call);
    return fail({ kind: 'invalid-input', fields: [{ path: 'action', code: 'required' }] });
  };

  const placeOf = (c: Context<Site>) => ({
    applicationId: c.req.query('application') ?? '',
    from: c.req.query('from') ?? '',
  });
  const movePage = async (c: Context<Site>, of: OfPlan, failure?: Failure) => {
    const view = viewOf(c);
    const moves = await useCases.weighMoves(view.actor, { ...of, ...placeOf(c) }, view.call);
    if (!moves.ok) return c.notFound();
    return render(c, <MovePage view={view} moves={moves.value} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/staff/rounds/:id/assignments/plan', (c) => settingsPage(c, c.req.param('id')))
    .post('/staff/rounds/:id/assignments/plan', async (c) => {
      const roundId = c.req.param('id');
      const asked = await askForOne(viewOf(c), roundId);
      return asked.ok
        ? seeOther(c, plansPath(roundId, asked.value.id))
        : settingsPage(c, roundId, asked.failure);
    })
    .get('/staff/rounds/:id/assignments/plans/:plan', (c) => planPage(c, planOf(c)))
    .post('/staff/rounds/:id/assignments/plans/:plan', async (c) => {
      const of = planOf(c);
      const done = await act(viewOf(c), of);
      return done.ok ? seeOther(c, plansPath(of.roundId, of.planId)) : planPage(c, of, done.failure);
    })
    .get('/staff/rounds/:id/assignments/plans/:plan/certificate.json', async (c) => {
      const view = viewOf(c);
      const of = { roundId: c.req.param('id'), planId: c.req.param('plan') };
      const seen = await useCases.viewCertificate(view.actor, of, view.call);
      return seen.ok ? c.json(seen.value) : c.notFound();
    })
    .get('/staff/rounds/:id/assignments/plans/:plan/move', (c) =>
      movePage(c, { roundId: c.req.param('id'), planId: c.req.param('plan') }),
    )
    .post('/staff/rounds/:id/assignments/plans/:plan/move', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const of = { roundId: c.req.param('id'), planId: c.req.param('plan') };
      const to = typed.id('to');
      const version = Number(typed.text('version')) || 0;
      const place = placeOf(c);
      const done =
        to === ''
          ? fail({ kind: 'invalid-input', fields: [{ path: 'to', code: 'required' }] } as const)
          : await useCases.movePair(actor, { ...of, ...place, to, version }, call);
      return done.ok
        ? seeOther(c, `${plansPath(of.roundId, of.planId)}#row-${place.applicationId}`)
        : movePage(c, of, done.failure);
    });
};
