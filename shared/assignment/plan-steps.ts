import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { PlanHeadChange } from './plan.port.ts';
import {
  type ClashRecord,
  type PlanAction,
  type PlanFigures,
  type PlanRecord,
  type PlanStatus,
  planSteps,
  type WayOut,
} from './plan-record.ts';
import type { PlanSettings } from './settings.ts';

type By = { readonly by: string; readonly at: Date };

type Asked = {
  readonly id: string;
  readonly roundId: string;
  readonly settings: PlanSettings;
  readonly demand: number;
  readonly jobId: string;
};

/** A plan that is asked for: nothing but what it is to keep to. */
export const askForPlan = (asked: Asked, by: By): PlanHeadChange => {
  const plan: PlanRecord = {
    ...asked,
    version: 1,
    status: 'asked',
    askedBy: by.by,
    askedAt: by.at.toISOString(),
    shelves: 0,
    moved: 0,
  };
  return { plan, events: [eventOf(plan, 'plan-asked', by)] };
};

export const makePlan = (from: PlanRecord, made: { figures: PlanFigures; shelves: number }, by: By) =>
  step(from, 'make', { ...made, madeAt: by.at.toISOString() }, 'plan-made', by);

type WhyNone = { readonly waysOut?: readonly WayOut[]; readonly clashes?: readonly ClashRecord[] };

/** It is proven that no plan keeps what was asked: with the ways out, or with what contradicts itself. */
export const findNone = (from: PlanRecord, { waysOut = [], clashes = [] }: WhyNone, by: By) =>
  step(
    from,
    'find-none',
    {
      waysOut: [...waysOut],
      ...(clashes.length > 0 && { clashes: [...clashes] }),
      madeAt: by.at.toISOString(),
    },
    'plan-impossible',
    by,
  );

/** The search ended at its limit: no plan was found, and none is ruled out. */
export const leaveOpen = (from: PlanRecord, by: By) =>
  step(from, 'leave-open', { madeAt: by.at.toISOString() }, 'plan-undecided', by);

/** One pair was given to another reviewer. */
export const movePlan = (from: PlanRecord, by: By) =>
  step(from, 'move', { moved: from.moved + 1 }, 'plan-moved', by);

/** Its assignments are to be made, by this job. */
export const beginApplying = (from: PlanRecord, jobId: string, by: By) =>
  step(from, 'apply', { jobId }, 'plan-applying', by);

export const finishApplying = (from: PlanRecord, by: By) =>
  step(from, 'finish-applying', { appliedAt: by.at.toISOString() }, 'plan-applied', by);

const step = (
  from: PlanRecord,
  action: PlanAction,
  set: Partial<PlanRecord>,
  type: string,
  by: By,
): Result<PlanHeadChange, StepRefused> => {
  const steps: Partial<Record<PlanAction, PlanStatus>> = planSteps[from.status];
  const status = steps[action];
  if (!status) return fail({ kind: 'step-refused', current: from.status, action });
  const plan = { ...from, ...set, status, version: from.version + 1 };
  return ok({ plan, events: [eventOf(plan, type, by)] });
};

// Under the round: its staff read it there, and it names no application.
const eventOf = (plan: PlanRecord, type: string, { by, at }: By): DomainEvent => ({
  id: `${plan.id}/${type}/${plan.version}`,
  subject: `round#${plan.roundId}`,
  type,
  at: at.toISOString(),
  by,
  data: { planId: plan.id },
});
