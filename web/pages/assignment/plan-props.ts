import type { PlanView } from '../../../shared/assignment/view-plan.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { View } from '../../view.ts';

export type PlanProps = { view: View; seen: PlanView; failure?: Failure | undefined };
