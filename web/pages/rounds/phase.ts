import type { Phase } from '../../../shared/programs/round.ts';
import type { State } from '../../components/badge.tsx';

/** Each phase's mark; its word is `programs.phase.<phase>`. */
export const phaseMarks = {
  draft: 'todo',
  upcoming: 'wait',
  open: 'now',
  'closing-soon': 'due',
  grace: 'due',
  closed: 'shut',
  announced: 'done',
  cancelled: 'shut',
} as const satisfies Record<Phase, State>;
