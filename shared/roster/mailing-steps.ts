import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { MailingChange } from './mailing.port.ts';
import { type Mailing, type MailingAction, type MailingWords, mailingSteps } from './mailing.ts';

type By = { readonly by: string; readonly at: Date };

const step = (from: Mailing, action: MailingAction, set: Partial<Mailing>): Result<Mailing, StepRefused> => {
  const steps: Partial<Record<MailingAction, Mailing['status']>> = mailingSteps[from.status];
  const status = steps[action];
  return status
    ? ok({ ...from, ...set, status, version: from.version + 1 })
    : fail({ kind: 'step-refused', current: from.status, action });
};

const eventOf = (
  { id, roundId, version }: Mailing,
  type: string,
  { by, at }: By,
  data: DomainEvent['data'],
) => ({
  id: `${id}/${version}`,
  subject: `round#${roundId}`,
  type,
  at: at.toISOString(),
  by,
  data: { mailingId: id, ...data },
});

export const newMailing = (
  fields: MailingWords & Pick<Mailing, 'id' | 'roundId' | 'filter'>,
  { by, at }: By,
): MailingChange => ({
  mailing: { ...fields, version: 1, status: 'draft', savedBy: by, savedAt: at.toISOString() },
  events: [],
});

/** Words that nobody was sent leave no event. */
export const edit = (
  from: Mailing,
  words: MailingWords,
  { by, at }: By,
): Result<MailingChange, StepRefused> => {
  const next = step(from, 'edit', { ...words, savedBy: by, savedAt: at.toISOString() });
  return next.ok ? ok({ mailing: next.value, events: [] }) : next;
};

export const ask = (
  from: Mailing,
  asked: { hold: boolean; applications: number; jobId: string },
  act: By,
): Result<Pick<MailingChange, 'mailing' | 'events'>, StepRefused> => {
  const next = step(from, 'ask', { asked: { ...asked, by: act.by, at: act.at.toISOString() } });
  if (!next.ok) return next;
  const data = { applications: asked.applications, to: from.to, hold: asked.hold ? 1 : 0 };
  return ok({ mailing: next.value, events: [eventOf(next.value, 'mailing-asked', act, data)] });
};

export const finish = (from: Mailing, messages: number, act: By): Result<MailingChange, StepRefused> => {
  const next = step(from, 'finish', { messages });
  return next.ok
    ? ok({ mailing: next.value, events: [eventOf(next.value, 'mailing-written', act, { messages })] })
    : next;
};
