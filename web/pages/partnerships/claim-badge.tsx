import type { Claim } from '../../../shared/partnerships/partnership.ts';
import { Badge } from '../../components/badge.tsx';
import type { View } from '../../view.ts';

const marks = { claimed: 'wait', verified: 'done', refused: 'shut' } as const;

/** How an organisation's own claim stands, in words. */
export const ClaimBadge = ({ view, status }: { view: View; status: Claim['status'] }) => (
  <Badge is={marks[status]}>{view.t(`partnerships.claim.${status}`)}</Badge>
);
