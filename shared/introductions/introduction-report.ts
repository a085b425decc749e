import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale, StepRefused } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { proseSchema } from '../kernel/text.ts';

export const reportSides = ['alum', 'coordinator'] as const;
export const reportStatuses = ['open', 'settled'] as const;
const words = proseSchema(1000).pipe(z.string().min(1));
export const reportTermsSchema = z.strictObject({ text: words });
export const reportSettlementSchema = z.strictObject({ reason: words });

/** What one side of an introduction tells staff of the other: one for each side. */
export const introductionReportSchema = z.object({
  introductionId: idSchema,
  side: z.enum(reportSides),
  version: z.int().positive(),
  status: z.enum(reportStatuses),
  text: z.string(),
  by: idSchema,
  at: z.iso.datetime(),
  settled: z.object({ by: idSchema, at: z.iso.datetime(), reason: z.string() }).exactOptional(),
});
export type IntroductionReport = z.output<typeof introductionReportSchema>;

export type ReportChange = { readonly report: IntroductionReport; readonly events: readonly DomainEvent[] };
type Act = { readonly by: string; readonly at: Date };

const eventOf = (
  { introductionId, side, version }: IntroductionReport,
  type: string,
  { by, at }: Act,
): DomainEvent => ({
  id: `${introductionId}/report/${side}/${version}`,
  subject: `introduction#${introductionId}`,
  type,
  at: at.toISOString(),
  by,
  data: { side },
});

/** Somebody tells staff of the other side. */
export const reportOf = (
  { introductionId, side, text }: Pick<IntroductionReport, 'introductionId' | 'side' | 'text'>,
  act: Act,
): ReportChange => {
  const said = { text, by: act.by, at: act.at.toISOString() };
  const report = { introductionId, side, version: 1, status: 'open' as const, ...said };
  return { report, events: [eventOf(report, 'introduction-reported', act)] };
};

/** Staff write down what they made of it. */
export const settleReportAs = (
  from: IntroductionReport,
  { reason, version }: { reason: string; version: number },
  act: Act,
): Result<ReportChange, Stale | StepRefused> => {
  if (from.status !== 'open') return fail({ kind: 'step-refused', current: from.status, action: 'settle' });
  if (from.version !== version) return fail({ kind: 'stale', current: from.version });
  const settled = { by: act.by, at: act.at.toISOString(), reason };
  const report = { ...from, status: 'settled' as const, settled, version: version + 1 };
  return ok({ report, events: [eventOf(report, 'introduction-report-settled', act)] });
};
