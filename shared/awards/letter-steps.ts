import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import type { Round } from '../programs/round.ts';
import type { AnswerDateChange, LetterTemplateChange } from './letter.port.ts';
import type { AnswerDate, LetterKind, LetterTemplate, LetterWords } from './letter.ts';

type Act = { readonly by: string; readonly now: Date };

const eventOf = (roundId: string, part: string, version: number, { by, now }: Act): DomainEvent => ({
  id: `${roundId}/${part}/${version}`,
  subject: `round#${roundId}`,
  type: part === 'answer-date' ? 'answer-date-set' : 'letter-template-saved',
  at: now.toISOString(),
  by,
  data: { part, version },
});

/** The next version of one kind's words. Letters already written keep the words they were written with. */
export const writeTemplate = (
  { roundId, kind, earlier }: { roundId: string; kind: LetterKind; earlier: LetterTemplate | undefined },
  words: LetterWords,
  act: Act,
): LetterTemplateChange => {
  const version = (earlier?.version ?? 0) + 1;
  const saved = { savedBy: act.by, savedAt: act.now.toISOString() };
  return {
    template: { ...words, roundId, kind, version, ...saved },
    events: [eventOf(roundId, `letter/${kind}`, version, act)],
  };
};

/** The date to answer by, set or moved. It lies ahead: one that has passed could be kept by nobody. */
export const setAnswerDateOf = (
  { round, earlier }: { round: Round; earlier: AnswerDate | undefined },
  answerBy: string,
  act: Act,
): Result<AnswerDateChange, InvalidInput | StepRefused> => {
  if (round.status === 'draft')
    return fail({ kind: 'step-refused', current: 'draft', action: 'set-answer-date' });
  if (instantOf(answerBy, round.zone) <= act.now)
    return fail({ kind: 'invalid-input', fields: [{ path: 'answerBy', code: 'in-the-past' }] });
  const version = (earlier?.version ?? 0) + 1;
  return ok({
    answerDate: { roundId: round.id, version, answerBy, setBy: act.by, setAt: act.now.toISOString() },
    events: [eventOf(round.id, 'answer-date', version, act)],
  });
};
