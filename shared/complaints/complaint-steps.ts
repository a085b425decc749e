import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ComplaintChange } from './complaint.port.ts';
import { type Complaint, type ComplaintAction, type ComplaintStatus, complaintSteps } from './complaint.ts';

type Act = { readonly by: string; readonly at: Date };

const events = {
  file: 'complaint-received',
  'take-up': 'complaint-taken-up',
  uphold: 'complaint-upheld',
  reject: 'complaint-not-upheld',
  withdraw: 'complaint-withdrawn',
} as const satisfies Record<ComplaintAction, string>;

/** Where the action leads from here; undefined if it cannot be taken. */
export const complaintAfter = (
  status: ComplaintStatus,
  action: ComplaintAction,
): ComplaintStatus | undefined => {
  const steps: Partial<Record<ComplaintAction, ComplaintStatus>> = complaintSteps[status];
  return steps[action];
};

// A subject of its own: an application's history is read by more people than its complaint.
const changed = (complaint: Complaint, action: ComplaintAction, { by, at }: Act): ComplaintChange => {
  const { applicationId, version, status, roundId } = complaint;
  const event: DomainEvent = {
    id: `${applicationId}/complaint/${version}`,
    subject: `complaint#${applicationId}`,
    type: events[action],
    at: at.toISOString(),
    by,
    data: { status, roundId },
  };
  return { complaint, events: [event] };
};

/** A first complaint, or a new one after an earlier was withdrawn. */
export const fileComplaint = (
  earlier: Complaint | undefined,
  { applicationId, roundId, text }: Pick<Complaint, 'applicationId' | 'roundId' | 'text'>,
  act: Act,
): Result<ComplaintChange, StepRefused> => {
  const status = earlier ? complaintAfter(earlier.status, 'file') : 'received';
  if (!status) return fail({ kind: 'step-refused', current: earlier?.status ?? '', action: 'file' });
  const version = (earlier?.version ?? 0) + 1;
  const filed = { filedBy: act.by, filedAt: act.at.toISOString() };
  return ok(changed({ applicationId, roundId, version, status, text, ...filed }, 'file', act));
};

/** One step of the status table: taken up, settled with a reason, or withdrawn. */
export const stepComplaint = (
  from: Complaint,
  action: Exclude<ComplaintAction, 'file'>,
  act: Act,
  reason?: string,
): Result<ComplaintChange, StepRefused> => {
  const status = complaintAfter(from.status, action);
  if (!status) return fail({ kind: 'step-refused', current: from.status, action });
  const settled = reason === undefined ? {} : { settled: { reason, by: act.by, at: act.at.toISOString() } };
  const handled = action === 'withdraw' ? {} : { handledBy: act.by };
  return ok(changed({ ...from, ...handled, ...settled, status, version: from.version + 1 }, action, act));
};
