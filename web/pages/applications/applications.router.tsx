import { type Context, Hono } from 'hono';
import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { CheckPage } from './check-page.tsx';
import { HistoryPage } from './history-page.tsx';
import { PrintPage } from './reading/print-page.tsx';
import { SubmittedPage } from './reading/submitted-page.tsx';
import { ReceiptPage } from './receipt-page.tsx';
import { ReopenPage, WithdrawPage } from './steps/step-pages.tsx';
import { TaskListPage } from './task-list-page.tsx';
import { isHeld, pathOf } from './task-stops.ts';
import type { ApplicationUseCases } from './use-cases.ts';

type UseCases = Pick<
  ApplicationUseCases,
  | 'viewApplication'
  | 'viewSamePair'
  | 'submitApplication'
  | 'reopenApplication'
  | 'withdrawApplication'
  | 'viewReceipt'
  | 'viewSubmission'
>;
type Page = (c: Context<Site>, seen: ApplicationView) => Response | Promise<Response>;

/** `?no=2`: which submission's receipt is asked for; the latest without it. */
const noOf = (c: Context<Site>) => {
  const no = Number(c.req.query('no'));
  return Number.isInteger(no) && no > 0 ? no : undefined;
};

/** The application's own pages: where it stands, the check and the submission, what was sent, and its end. */
export const applicationPages = (useCases: UseCases) => {
  const idOf = (c: Context<Site>) => ({ applicationId: c.req.param('id') ?? '' });

  const withSeen = (page: Page) => async (c: Context<Site>) => {
    const { actor, call } = viewOf(c);
    const seen = await useCases.viewApplication(actor, idOf(c), call);
    return seen.ok ? page(c, seen.value) : c.notFound();
  };

  /** Both are read side by side: neither waits for the other. */
  const withSeenAnd =
    <Other,>(
      read: UseCase<{ applicationId: string }, Other, Failure>,
      page: (c: Context<Site>, seen: ApplicationView, other: Other) => Response | Promise<Response>,
    ) =>
    async (c: Context<Site>) => {
      const { actor, call } = viewOf(c);
      const [seen, other] = await Promise.all([
        useCases.viewApplication(actor, idOf(c), call),
        read(actor, idOf(c), call),
      ]);
      return seen.ok && other.ok ? page(c, seen.value, other.value) : c.notFound();
    };

  const checkPage = (failure?: Failure) =>
    withSeenAnd(useCases.viewSamePair, (c, seen, samePair) =>
      isHeld(seen)
        ? render(c, <CheckPage view={viewOf(c)} seen={seen} samePair={samePair} failure={failure} />, failure)
        : seeOther(c, pathOf(seen.application.id)),
    );

  return new Hono<Site>()
    .get(
      '/applications/:id',
      withSeenAnd(useCases.viewSamePair, (c, seen, samePair) =>
        render(c, <TaskListPage view={viewOf(c)} seen={seen} samePair={samePair} />),
      ),
    )
    .get('/applications/:id/check', checkPage())
    .post('/applications/:id/check', async (c) => {
      const { actor, call } = viewOf(c);
      const sent = await useCases.submitApplication(actor, idOf(c), call);
      if (sent.ok) return seeOther(c, pathOf(c.req.param('id'), 'receipt'));
      const { failure } = sent;
      return failure.kind === 'not-found' ? c.notFound() : checkPage(failure)(c);
    })
    .get('/applications/:id/receipt', (c) =>
      withSeenAnd(
        (actor, of, call) => useCases.viewReceipt(actor, { ...of, no: noOf(c) }, call),
        (_c, seen, receipt) => render(c, <ReceiptPage view={viewOf(c)} seen={seen} receipt={receipt} />),
      )(c),
    )
    .get('/applications/:id/receipt.json', async (c) => {
      const { actor, call } = viewOf(c);
      const receipt = await useCases.viewReceipt(actor, { ...idOf(c), no: noOf(c) }, call);
      if (!receipt.ok) return c.notFound();
      const { number, no, snapshot } = receipt.value;
      // The very bytes that were hashed: nothing may be added, not even a line's end.
      return c.body(snapshot, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${number}-${no}.json"`,
      });
    })
    .get(
      '/applications/:id/submitted',
      withSeenAnd(useCases.viewSubmission, (c, seen, sent) =>
        render(c, <SubmittedPage view={viewOf(c)} seen={seen} sent={sent} />),
      ),
    )
    .get('/applications/:id/print', async (c) => {
      const view = viewOf(c);
      const asked = c.req.query('version');
      const no = asked && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined;
      const [seen, sent] = await Promise.all([
        useCases.viewApplication(view.actor, idOf(c), view.call),
        useCases.viewSubmission(view.actor, { ...idOf(c), ...(no && { no }) }, view.call),
      ]);
      if (!seen.ok) return c.notFound();
      // What is held is printed as it stands; once sent, it is what was sent.
      if (!asked && (isHeld(seen.value) || !seen.value.application.submission))
        return render(c, <PrintPage view={view} seen={seen.value} />);
      return sent.ok && (!asked || no)
        ? render(c, <PrintPage view={view} seen={seen.value} sent={sent.value} />)
        : c.notFound();
    })
    .get(
      '/applications/:id/history',
      withSeen((c, seen) => render(c, <HistoryPage view={viewOf(c)} seen={seen} />)),
    )
    .get(
      '/applications/:id/reopen',
      withSeen((c, seen) => render(c, <ReopenPage view={viewOf(c)} seen={seen} />)),
    )
    .post('/applications/:id/reopen', async (c) => {
      const view = viewOf(c);
      const done = await useCases.reopenApplication(view.actor, idOf(c), view.call);
      if (done.ok) return seeOther(c, pathOf(c.req.param('id')));
      const { failure } = done;
      if (failure.kind === 'not-found') return c.notFound();
      return withSeen((_c, seen) =>
        render(c, <ReopenPage view={view} seen={seen} failure={failure} />, failure),
      )(c);
    })
    .get(
      '/applications/:id/withdraw',
      withSeen((c, seen) => render(c, <WithdrawPage view={viewOf(c)} seen={seen} />)),
    )
    .post('/applications/:id/withdraw', async (c) => {
      const view = viewOf(c);
      const done =
        view.typed.text('sure') === 'yes'
          ? await useCases.withdrawApplication(view.actor, idOf(c), view.call)
          : fail({ kind: 'invalid-input', fields: [{ path: 'sure', code: 'required' }] } as const);
      if (done.ok) return seeOther(c, pathOf(c.req.param('id')));
      const { failure } = done;
      if (failure.kind === 'not-found') return c.notFound();
      return withSeen((_c, seen) =>
        render(c, <WithdrawPage view={view} seen={seen} failure={failure} />, failure),
      )(c);
    });
};
