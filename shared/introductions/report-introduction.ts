import type * as z from 'zod';
import { isSelf, isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { Cursors } from '../table/cursor.ts';
import { type SidePorts, sideOf } from './coordination.ts';
import type { Introductions } from './introduction.port.ts';
import type { Introduction } from './introduction.ts';
import type { IntroductionReports } from './introduction-report.port.ts';
import {
  type IntroductionReport,
  reportOf,
  type reportSettlementSchema,
  type reportTermsSchema,
  settleReportAs,
} from './introduction-report.ts';
import { isPartOf } from './part-of-introduction.ts';

type Ports = {
  introductions: Pick<Introductions, 'find' | 'many'>;
  reports: IntroductionReports;
  directory: Pick<Partnerships, 'claim' | 'many'>;
  cursors: Cursors;
};
type Reported = { readonly introductionId: string; readonly status: IntroductionReport['status'] };

/** One side tells staff of the other; the other learns nothing of it. Nobody gets mail. */
export const reportIntroduction =
  ({
    introductions,
    reports,
    directory,
    alumni,
  }: Pick<Ports, 'introductions' | 'reports' | 'directory'> & SidePorts): UseCase<
    z.output<typeof reportTermsSchema> & { introductionId: string },
    Reported,
    NotFound | Conflict
  > =>
  async (actor, { introductionId, text }, { receivedAt: at }) => {
    const found = await introductions.find(introductionId);
    const side = found && (await sideOf({ directory, alumni }, actor, found));
    if (!found || !side || side.side === 'lead') return fail({ kind: 'not-found' });
    // Only a person has a side.
    const { personId: by } = actor as Person;
    const change = reportOf({ introductionId, side: side.side, text }, { by, at });
    const saved = await reports.save(change);
    if (saved.ok) return ok({ introductionId, status: 'open' });
    const earlier = await reports.find({ introductionId, side: side.side });
    return earlier ? ok({ introductionId, status: earlier.status }) : saved;
  };

/** A report with what it is about; of people it tells nothing but what they wrote. */
export type ListedReport = Omit<IntroductionReport, 'by'> & {
  readonly partnership: Partnership;
  readonly organisationId?: string | undefined;
  readonly note: string;
  readonly introduction: Introduction['status'];
};

/** Reports that wait for staff, or those that are settled, newest first. */
export const listIntroductionReports =
  ({
    introductions,
    reports,
    directory,
    cursors,
  }: Ports): UseCase<
    { status: IntroductionReport['status']; cursor?: string | undefined },
    Page<ListedReport>,
    NotFound | InvalidInput
  > =>
  async (actor, { status, cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const scope = `introduction-reports:${status}:${actor.personId}`;
    const position = cursor && cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const page = await reports.ofStatus(status, position);
    const about = new Map(
      (await introductions.many(page.items.map(({ introductionId }) => introductionId))).map((one) => [
        one.id,
        one,
      ]),
    );
    const pairs = await directory.many([...new Set([...about.values()].map((one) => one.partnershipId))]);
    const items = page.items.flatMap(({ by, ...report }): ListedReport[] => {
      const introduction = about.get(report.introductionId);
      const partnership = pairs.find(({ id }) => id === introduction?.partnershipId);
      // Whoever is part of it leaves it to a colleague.
      if (!introduction || !partnership || isTheirs(actor, introduction, { by })) return [];
      const { organisationId, asked } = introduction;
      return [
        {
          ...report,
          partnership,
          ...(organisationId && { organisationId }),
          note: asked.note,
          introduction: introduction.status,
        },
      ];
    });
    return ok({ items, ...(page.next && { next: cursors.seal(scope, page.next) }) });
  };

/** Nobody settles what was told of their own side, or what they told themselves. */
const isTheirs = (person: Person, introduction: Introduction, { by }: Pick<IntroductionReport, 'by'>) =>
  isSelf(person, by) || isPartOf(person, introduction);

/** Staff write down what they made of a report. Nobody gets mail. */
export const settleIntroductionReport =
  ({
    introductions,
    reports,
  }: Pick<Ports, 'introductions' | 'reports'>): UseCase<
    z.output<typeof reportSettlementSchema> &
      Pick<IntroductionReport, 'introductionId' | 'side'> & { version: number },
    Reported,
    NotFound | Conflict | Stale | StepRefused
  > =>
  async (actor, { introductionId, side, reason, version }, { receivedAt: at }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [found, introduction] = await Promise.all([
      reports.find({ introductionId, side }),
      introductions.find(introductionId),
    ]);
    if (!found || !introduction || isTheirs(actor, introduction, found)) return fail({ kind: 'not-found' });
    if (found.settled?.reason === reason && found.settled.by === actor.personId)
      return ok({ introductionId, status: found.status });
    const settled = settleReportAs(found, { reason, version }, { by: actor.personId, at });
    if (!settled.ok) return settled;
    const saved = await reports.save(settled.value);
    return saved.ok ? ok({ introductionId, status: 'settled' }) : saved;
  };
