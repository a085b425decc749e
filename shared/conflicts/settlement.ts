import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale, StepRefused } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ConflictClass } from './conflict-kind.ts';

/** `none` and `conflict` settle what was unknown; `waived` lets a soft one go. */
export const outcomes = ['conflict', 'none', 'waived'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a member of staff said of one cause of one person's conflict with one application, and why. */
export const settlementSchema = z.object({
  roundId: idSchema,
  applicationId: idSchema,
  personId: idSchema,
  /** Names what was settled: a placement written otherwise, or another rival, is another cause. */
  cause: idSchema,
  version: z.int().positive(),
  outcome: z.enum(outcomes),
  reason: z.string(),
  by: idSchema,
  at: z.iso.datetime(),
});
export type Settlement = z.output<typeof settlementSchema>;
export type SettlementChange = { readonly settlement: Settlement; readonly events: readonly DomainEvent[] };

/** What may be said of a conflict of each class. Of a hard one, nothing. */
export const settlable = {
  hard: [],
  soft: ['waived', 'conflict'],
  unknown: ['none', 'conflict'],
} as const satisfies Record<ConflictClass, readonly Outcome[]>;

type Said = Pick<Settlement, 'outcome' | 'reason' | 'by'> & { readonly version: number };
type Of = Pick<Settlement, 'roundId' | 'applicationId' | 'personId' | 'cause'>;

/** The next version, from the one that was read; 0 where nothing was said. The event holds no reason and no place. */
export const settle = (
  of: Of,
  { class: kind, earlier }: { class: ConflictClass; earlier: Settlement | undefined },
  { version, outcome, reason, by }: Said,
  at: Date,
): Result<SettlementChange, StepRefused | Stale> => {
  const may: readonly Outcome[] = settlable[kind];
  if (!may.includes(outcome)) return fail({ kind: 'step-refused', current: kind, action: outcome });
  const current = earlier?.version ?? 0;
  if (version !== current) return fail({ kind: 'stale', current });
  const settlement = { ...of, version: current + 1, outcome, reason, by, at: at.toISOString() };
  const { applicationId, personId, cause } = of;
  const event = {
    id: `${applicationId}/conflict-settled/${personId}/${cause}/${settlement.version}`,
    subject: `application#${applicationId}`,
    type: 'conflict-settled',
    at: settlement.at,
    by,
    data: { personId, outcome },
  };
  return ok({ settlement, events: [event] });
};

/** What was said of a cause; of two that accounts brought along when they were merged, the one that keeps out. */
export const settlementOf = (
  settled: readonly Settlement[],
  applicationId: string,
  cause: string,
): Settlement | undefined =>
  settled
    .filter((one) => one.applicationId === applicationId && one.cause === cause)
    .toSorted((a, b) => Number(b.outcome === 'conflict') - Number(a.outcome === 'conflict'))[0];
