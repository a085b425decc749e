import { type Context, Hono } from 'hono';
import type { BudgetPreview } from '../../../../shared/applications/budget-file.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { download } from '../../../download.ts';
import { render, seeOther } from '../../../respond.tsx';
import { type Site, viewOf } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';
import type { ApplicationUseCases } from '../use-cases.ts';
import { BudgetFilePage } from './budget-file-page.tsx';
import { budgetWords } from './budget-words.ts';

type UseCases = Pick<
  ApplicationUseCases,
  'viewApplication' | 'exportBudget' | 'previewBudget' | 'importBudget'
>;

/** The budget's lines out to a spreadsheet and back. */
export const budgetPages = (useCases: UseCases) => {
  const idOf = (c: Context<Site>) => ({ applicationId: c.req.param('id') ?? '' });
  /** A file may use either language's names, whichever the page is in. */
  const words = [budgetWords('en'), budgetWords('ja')];

  const page = async (
    c: Context<Site>,
    over: { csv?: string; preview?: BudgetPreview; failure?: Failure } = {},
  ) => {
    const view = viewOf(c);
    const seen = await useCases.viewApplication(view.actor, idOf(c), view.call);
    if (!seen.ok) return c.notFound();
    const refusal: Failure | undefined =
      over.failure ??
      (over.preview && over.preview.problems.length > 0
        ? { kind: 'invalid-input', fields: over.preview.problems }
        : undefined);
    return render(c, <BudgetFilePage view={view} seen={seen.value} {...over} />, refusal);
  };

  const previewed = async (c: Context<Site>, failure?: Failure) => {
    const { actor, call, typed } = viewOf(c);
    const csv = typed.text('csv');
    const preview = await useCases.previewBudget(actor, { ...idOf(c), csv, words }, call);
    return preview.ok ? page(c, { csv, preview: preview.value, ...(failure && { failure }) }) : c.notFound();
  };

  return new Hono<Site>()
    .get('/applications/:id/budget.csv', async (c) => {
      const { actor, call, language } = viewOf(c);
      const made = await useCases.exportBudget(actor, { ...idOf(c), words: [budgetWords(language)] }, call);
      return made.ok ? download(c, `budget-${idOf(c).applicationId}`, 'csv', made.value.csv) : c.notFound();
    })
    .get('/applications/:id/budget/file', (c) => page(c))
    .post('/applications/:id/budget/file', async (c) => {
      const { actor, call, typed } = viewOf(c);
      if (typed.text('do') === 'correct') return page(c, { csv: typed.text('csv') });
      if (typed.text('do') !== 'replace') return previewed(c);
      const version = /^\d{1,9}$/.test(typed.text('version')) ? Number(typed.text('version')) : 0;
      const input = { ...idOf(c), csv: typed.text('csv'), version, words };
      const done = await useCases.importBudget(actor, input, call);
      if (done.ok) return seeOther(c, pathOf(idOf(c).applicationId, 'budget'));
      return done.failure.kind === 'not-found' ? c.notFound() : previewed(c, done.failure);
    });
};
