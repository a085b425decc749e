import type { Application } from '../applications/application.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { RemarksChange } from './remarks.port.ts';
import { type Remark, type Remarks, type RemarksAction, remarksSteps } from './remarks.ts';

/** Staff's next version of what the applicant may read: a draft again, or approved in the very words given. */
export const stepRemarks = (
  { application, earlier }: { application: Application; earlier: Remarks | undefined },
  action: RemarksAction,
  remarks: readonly Remark[],
  { by, now }: { by: string; now: Date },
): RemarksChange => {
  const at = now.toISOString();
  const status = remarksSteps[earlier?.status ?? 'draft'][action];
  const next: Remarks = {
    applicationId: application.id,
    roundId: application.roundId,
    version: (earlier?.version ?? 0) + 1,
    status,
    remarks: [...remarks],
    editedBy: by,
    editedAt: at,
    ...(status === 'approved' && { approvedBy: by, approvedAt: at }),
  };
  const event: DomainEvent = {
    id: `${application.id}/remarks/${next.version}`,
    subject: `application#${application.id}`,
    type: action === 'approve' ? 'feedback-approved' : 'feedback-edited',
    at,
    by,
    data: { version: next.version },
  };
  return { remarks: next, events: [event] };
};
