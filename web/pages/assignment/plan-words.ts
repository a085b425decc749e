import type { PlanStatus } from '../../../shared/assignment/plan-record.ts';
import type { State } from '../../components/badge.tsx';
import type { View } from '../../view.ts';

export const planMarks: Readonly<Record<PlanStatus, State>> = {
  asked: 'wait',
  made: 'now',
  impossible: 'due',
  undecided: 'due',
  applying: 'wait',
  applied: 'done',
};

/** A round's plans by their address. */
export const plansPath = (roundId: string, planId: string): string =>
  `/staff/rounds/${roundId}/assignments/plans/${planId}`;

/** A difference with its sign: `+500`, `−200`, `±0`. */
export const signed = ({ format }: View, value: number): string =>
  value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${format.number(Math.abs(value))}`;
