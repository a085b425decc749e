import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import {
  type IntroductionReport,
  reportSettlementSchema,
  reportSides,
} from '../../../shared/introductions/introduction-report.ts';
import type { ListedReport } from '../../../shared/introductions/report-introduction.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { readWords } from './read-words.ts';
import { ReportsPage, reasonOf } from './reports-page.tsx';

export type ReportUseCases = {
  readonly listIntroductionReports: UseCase<
    { status: IntroductionReport['status']; cursor?: string | undefined },
    Page<ListedReport>,
    Failure
  >;
  readonly settleIntroductionReport: UseCase<
    Pick<IntroductionReport, 'introductionId' | 'side'> & { reason: string; version: number },
    unknown,
    Failure
  >;
};

const here = '/staff/introductions';

/** `/staff/introductions`: what the two sides of introductions tell staff of each other. */
export const reportPages = ({ listIntroductionReports, settleIntroductionReport }: ReportUseCases) => {
  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const status = c.req.query('status') === 'settled' ? 'settled' : 'open';
    const cursor = c.req.query('cursor');
    const list = await listIntroductionReports(view.actor, { status, cursor }, view.call);
    if (!list.ok) return list.failure.kind === 'invalid-input' ? seeOther(c, here) : c.notFound();
    return render(
      c,
      <ReportsPage view={view} status={status} list={list.value} failure={failure} />,
      failure,
    );
  };

  const settle = async (c: Context<Site>) => {
    const { actor, typed, call } = viewOf(c);
    const [id, side] = typed.text('report').split('/');
    const introductionId = idSchema.safeParse(id);
    const known = reportSides.find((one) => one === side);
    const from = reasonOf(typed.text('report'));
    const read = readWords(reportSettlementSchema, typed, { from, to: 'reason' });
    if (!read.ok) return read;
    if (!introductionId.success || !known) return fail({ kind: 'not-found' });
    const version = Number(typed.text('version'));
    const of = { introductionId: introductionId.data, side: known, version };
    return settleIntroductionReport(actor, { ...of, ...read.value }, call);
  };

  return new Hono<Site>()
    .get(here, (c) => page(c))
    .post(here, async (c) => {
      const done = await settle(c);
      return done.ok ? seeOther(c, here) : page(c, done.failure);
    });
};
