import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Study } from '../../../shared/matches/study.ts';
import type { StudyView } from '../../../shared/matches/view-study.ts';
import { matchWeightsSchema, type WeightsInForce, weightNames } from '../../../shared/matches/weights.ts';
import type { MatchWeights } from '../../../shared/matching/match-weights.ts';
import { jetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { lookAgain } from '../../look-again.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { ChapterViews } from '../chapters/chapter-views.tsx';
import { Plans } from './plans.tsx';
import { StaffMatchingPage } from './staff-page.tsx';
import { StudyPage } from './study-page.tsx';

type Scope = { chapterId?: string | undefined };
export type PlanUseCases = {
  askIntroductionPlan: UseCase<Scope & { top: number }, Study, Failure>;
  listIntroductionPlans: UseCase<Scope, { items: readonly Study[] }, Failure>;
  viewStudy: UseCase<{ studyId: string; page?: number | undefined }, StudyView, Failure>;
};
export type StaffMatchingUseCases = PlanUseCases & {
  viewMatchWeights: UseCase<unknown, WeightsInForce, Failure>;
  tryMatchWeights: UseCase<MatchWeights, Study, Failure>;
  applyMatchWeights: UseCase<MatchWeights & { version: number }, WeightsInForce, Failure>;
  askRebuildMatches: UseCase<unknown, unknown, Failure>;
};

const pageIn = (c: Context<Site>) =>
  Math.max(1, Number(/^\d{1,3}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1));
const topIn = (text: string) => Math.min(5, Math.max(1, Number(text) || 2));

const studyPage =
  ({ viewStudy }: PlanUseCases, backOf: (study: Study) => string, explains: boolean) =>
  async (c: Context<Site>, studyId: string) => {
    const view = viewOf(c);
    const seen = await viewStudy(view.actor, { studyId, page: pageIn(c) }, view.call);
    if (!seen.ok) return c.notFound();
    if (seen.value.study.status === 'asked') lookAgain(c, seen.value.job);
    return render(c, <StudyPage {...{ view, explains }} seen={seen.value} back={backOf(seen.value.study)} />);
  };

/** `/chapters/:id/plans`: plans of a chapter's own alumni, for its leads. */
export const chapterPlanPages = (useCases: PlanUseCases, signedIn: MiddlewareHandler<Site>) => {
  const onePage = studyPage(useCases, ({ chapterId }) => `/chapters/${chapterId}/plans`, false);
  return new Hono<Site>()
    .get('/chapters/:id/plans', signedIn, async (c) => {
      const view = viewOf(c);
      const chapterId = c.req.param('id');
      const listed = await useCases.listIntroductionPlans(view.actor, { chapterId }, view.call);
      if (!listed.ok) return c.notFound();
      const { t } = view;
      const chapter = jetaaChapter(chapterId);
      return render(
        c,
        <Layout view={view} title={t('matches.chapter.title')}>
          <Head title={t('matches.chapter.title')} lede={t('matches.chapter.lede')} near />
          {chapter && <ChapterViews view={view} chapter={chapter} here="plans" />}
          <p class="column gap-3">{t('matches.plans.lede')}</p>
          <Plans view={view} plans={listed.value.items} at={`/chapters/${chapterId}/plans`} />
        </Layout>,
      );
    })
    .post('/chapters/:id/plans', signedIn, async (c) => {
      const { typed, actor, call } = viewOf(c);
      const chapterId = c.req.param('id');
      const asked = await useCases.askIntroductionPlan(
        actor,
        { chapterId, top: topIn(typed.text('top')) },
        call,
      );
      return asked.ok ? seeOther(c, `/chapters/${chapterId}/plans/${asked.value.id}`) : c.notFound();
    })
    .get('/chapters/:id/plans/:planId', signedIn, (c) => onePage(c, c.req.param('planId')));
};

const readWeights = (text: (name: string) => string) =>
  matchWeightsSchema.safeParse(
    Object.fromEntries(
      weightNames.map((name) => [name, /^\d{1,3}$/.test(text(name)) ? Number(text(name)) : text(name)]),
    ),
  );

/** `/alumni/matching`: weights, trials, plans of the whole network, and making all lists anew. */
export const staffMatchingPages = (useCases: StaffMatchingUseCases) => {
  const overview = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const { actor, call } = view;
    const [weights, plans] = await Promise.all([
      useCases.viewMatchWeights(actor, {}, call),
      useCases.listIntroductionPlans(actor, {}, call),
    ]);
    if (!weights.ok || !plans.ok) return c.notFound();
    const asked = c.req.query('done');
    const told = (['applied', 'rebuild'] as const).find((one) => !failure && one === asked);
    const props = { view, inForce: weights.value, plans: plans.value.items, told, failure };
    return render(c, <StaffMatchingPage {...props} />, failure);
  };
  const onePage = studyPage(useCases, () => '/alumni/matching', true);
  return new Hono<Site>()
    .get('/alumni/matching', (c) => overview(c))
    .post('/alumni/matching', async (c) => {
      const { typed, actor, call } = viewOf(c);
      const what = typed.text('do');
      if (what === 'plan') {
        const asked = await useCases.askIntroductionPlan(actor, { top: topIn(typed.text('top')) }, call);
        return asked.ok ? seeOther(c, `/alumni/matching/plans/${asked.value.id}`) : c.notFound();
      }
      if (what === 'rebuild') {
        const asked = await useCases.askRebuildMatches(actor, {}, call);
        return asked.ok ? seeOther(c, '/alumni/matching?done=rebuild') : c.notFound();
      }
      const read = readWeights(typed.text);
      if (!read.success)
        return overview(c, {
          kind: 'invalid-input',
          fields: read.error.issues.map(({ path, code }) => ({ path: String(path[0]), code })),
        });
      if (what === 'apply') {
        const version = Number(typed.text('version')) || 0;
        const done = await useCases.applyMatchWeights(actor, { ...read.data, version }, call);
        if (done.ok) return seeOther(c, '/alumni/matching?done=applied');
        return done.failure.kind === 'not-found' ? c.notFound() : overview(c, done.failure);
      }
      const tried = await useCases.tryMatchWeights(actor, read.data, call);
      if (tried.ok) return seeOther(c, `/alumni/matching/trials/${tried.value.id}`);
      return tried.failure.kind === 'not-found' ? c.notFound() : overview(c, tried.failure);
    })
    .get('/alumni/matching/plans/:id', (c) => onePage(c, c.req.param('id')))
    .get('/alumni/matching/trials/:id', (c) => onePage(c, c.req.param('id')));
};
