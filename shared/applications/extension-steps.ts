import type { InvalidInput, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import type { ApplicationChange } from './application.port.ts';
import type { Application } from './application.ts';
import { isEditable, lastInstantOf } from './application-actions.ts';
import { type Act, applicationEvent } from './application-steps.ts';
import type { Extension } from './extension.ts';

type Action = 'extend' | 'end-extension';

/**
 * Whether staff may give this application more time, or take it back: while its applicant holds it, before or after the
 * close, and never once the round's decisions are announced. What was sent is given back for changes instead.
 */
export const extensionRefusal = (
  application: Application,
  round: Round,
  action: Action,
): StepRefused | undefined => {
  const refused = (current: string): StepRefused => ({ kind: 'step-refused', current, action });
  if (round.status !== 'published') return refused(round.status);
  if (round.cancelled) return refused('cancelled');
  if (round.announcedAt) return refused('announced');
  return isEditable(application) ? undefined : refused(application.status);
};

const changed = (
  from: Application,
  extension: Extension,
  type: string,
  act: Act,
  data: Readonly<Record<string, string>>,
): ApplicationChange => {
  const application: Application = { ...from, extension, version: from.version + 1 };
  return { application, events: [applicationEvent(application, type, act, data)] };
};

/** A last instant of its own, later than what holds without it; a new one takes an earlier one's place. */
export const extendApplicationAs = (
  from: Application,
  round: Round,
  { until, reason }: { until: Date; reason: string },
  act: Act,
): Result<ApplicationChange, StepRefused | InvalidInput> => {
  const refusal = extensionRefusal(from, round, 'extend');
  if (refusal) return fail(refusal);
  const { extension: _, ...without } = from;
  const invalid = (code: string) =>
    fail({ kind: 'invalid-input', fields: [{ path: 'until', code }] } as const);
  if (until <= act.at) return invalid('in-the-past');
  if (until <= lastInstantOf(without, round)) return invalid('no-more-time');
  const extension = { until: until.toISOString(), reason, at: act.at.toISOString() };
  return ok(changed(from, extension, 'application-extended', act, { until: extension.until }));
};

/** Takes it back before it has passed: the round's own end holds again at once. What was written stays. */
export const endExtensionAs = (
  from: Application,
  round: Round,
  reason: string,
  act: Act,
): Result<ApplicationChange, StepRefused> => {
  const refusal = extensionRefusal(from, round, 'end-extension');
  if (refusal) return fail(refusal);
  const { extension } = from;
  if (!extension || extension.ended || act.at > new Date(extension.until))
    return fail({ kind: 'step-refused', current: extension ? 'over' : 'none', action: 'end-extension' });
  const ended = { reason, at: act.at.toISOString() };
  return ok(changed(from, { ...extension, ended }, 'application-extension-ended', act, {}));
};
