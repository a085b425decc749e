import { listJobKinds, matchJobKinds } from '../jobs/job.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { matchTaskOf } from '../matches/match-task.ts';
import type { MessageStatus } from './message.ts';

/** What the stream shows that anyone may have to act on. */
export type Change =
  | { readonly entity: 'event'; readonly event: DomainEvent }
  | { readonly entity: 'message'; readonly id: string; readonly status: MessageStatus };

/** The header a letter bears its message's id in: SES hands it back with one that could not be delivered. */
export const messageHeader = 'X-Shimai-Message';

/** What lies in a consumer's queue: ids, and never a person's data. */
export type Task =
  | { readonly kind: 'event'; readonly event: DomainEvent }
  | { readonly kind: 'message'; readonly messageId: string }
  /** The provider says that a letter could not be delivered, or was complained of. */
  | { readonly kind: 'came-back'; readonly messageId: string };

export const consumers = [
  'mail',
  'job',
  'optimise',
  'study',
  'files',
  'roster',
  'export',
  'matches',
  'erasure',
] as const;
export type Consumer = (typeof consumers)[number];

/** The events each consumer lives on. Mail also takes every message that became `queued`. */
export const noticeEvents = [
  'application-submitted',
  'application-returned',
  'application-extended',
  'application-extension-ended',
  'application-acceptance-recorded',
  'application-refusal-recorded',
  'counterpart-answered',
  'complaint-received',
  'complaint-taken-up',
  'complaint-upheld',
  'complaint-not-upheld',
  'complaint-withdrawn',
  'counterpart-mail-bounced',
  'sign-off-mail-bounced',
  'question-answered',
  'discussion-opened',
  'round-extended',
  'round-cancelled',
  'round-form-changed',
  'introduction-accepted',
  'introduction-connected',
  'introduction-declined',
  'introduction-expired',
  'introduction-joined',
] as const;
export type NoticeEvent = (typeof noticeEvents)[number];
export const jobEvents = ['round-announced'] as const;
export const fileEvents = ['attachment-removed', 'application-withdrawn'] as const;
export const erasureEvents = ['account-deleted'] as const;
const askedEvent = 'job-asked';

/** Which function does the work that was asked for. */
const workshopOf = ({ data }: DomainEvent): 'optimise' | 'study' | 'export' => {
  if (listJobKinds.some((kind) => kind === data.kind)) return 'export';
  return matchJobKinds.some((kind) => kind === data.kind) ? 'study' : 'optimise';
};

const within = (list: readonly string[], type: string) => list.includes(type);

/** Which consumers a change concerns, and what each is told. The relay's only rule. */
export const routeChange = (change: Change): readonly { consumer: Consumer; task: Task }[] => {
  if (change.entity === 'message')
    return change.status === 'queued'
      ? [{ consumer: 'mail', task: { kind: 'message', messageId: change.id } }]
      : [];
  const task = { kind: 'event', event: change.event } as const;
  return [
    ...(within(noticeEvents, change.event.type) ? [{ consumer: 'mail', task } as const] : []),
    ...(within(jobEvents, change.event.type) ? [{ consumer: 'job', task } as const] : []),
    ...(within(fileEvents, change.event.type) ? [{ consumer: 'files', task } as const] : []),
    ...(within(erasureEvents, change.event.type) ? [{ consumer: 'erasure', task } as const] : []),
    ...(change.event.type === askedEvent ? [{ consumer: workshopOf(change.event), task }] : []),
    // Whatever happens to an application may have moved its head; what has not is seen by its version.
    ...(change.event.subject.startsWith('application#') ? [{ consumer: 'roster', task } as const] : []),
    ...(matchTaskOf(change.event) ? [{ consumer: 'matches', task } as const] : []),
  ];
};
