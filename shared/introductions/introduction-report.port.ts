import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { IntroductionReport, ReportChange } from './introduction-report.ts';

export type IntroductionReports = {
  /** Consistent. */
  find(of: Pick<IntroductionReport, 'introductionId' | 'side'>): Promise<IntroductionReport | undefined>;
  /** What waits for staff, or what they have settled, newest first, from an index. */
  ofStatus(status: IntroductionReport['status'], position?: string): Promise<Page<IntroductionReport>>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: ReportChange): Promise<Result<void, Conflict | NotFound>>;
};
