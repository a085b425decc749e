import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Letters } from './letter.port.ts';
import {
  type AnswerDate,
  type LetterKind,
  type LetterTemplate,
  type LetterWords,
  letterKinds,
  sharedSubjects,
  withoutJapanese,
} from './letter.ts';
import { setAnswerDateOf, writeTemplate } from './letter-steps.ts';
import { wordsOf } from './write-letter.ts';

type Ports = { rounds: Pick<Rounds, 'find'>; letters: Letters };

/** One kind of letter as staff see it; version 0 has the words it comes with. */
export type LetterEntry = LetterWords & {
  readonly kind: LetterKind;
  readonly version: number;
  readonly missing: readonly ('subject' | 'body')[];
};
export type LettersOfRound = {
  readonly round: Round;
  readonly letters: readonly LetterEntry[];
  readonly answerDate: AnswerDate | undefined;
};

/** A round's letters in both languages and the date to answer by, for staff. */
export const viewLetters =
  ({ rounds, letters }: Ports): UseCase<{ roundId: string }, LettersOfRound, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, book] = await Promise.all([rounds.find(roundId), letters.book(roundId)]);
    if (!round) return fail({ kind: 'not-found' });
    return ok({
      round,
      answerDate: book.answerDate,
      letters: letterKinds.map((kind) => {
        const { subject, body } = wordsOf(book, kind);
        const version = book.templates.get(kind)?.version ?? 0;
        return { kind, version, subject, body, missing: withoutJapanese({ subject, body }) };
      }),
    });
  };

type Written = LetterWords & { roundId: string; kind: LetterKind; version: number };

/** Staff write one kind's words, under a subject no other kind has. Letters that are held already keep theirs. Nobody gets mail. */
export const saveLetter =
  ({
    rounds,
    letters,
  }: Ports): UseCase<Written, LetterTemplate, NotFound | Conflict | Stale | InvalidInput> =>
  async (actor, { roundId, kind, version, subject, body }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, book] = await Promise.all([rounds.find(roundId), letters.book(roundId)]);
    if (!round) return fail({ kind: 'not-found' });
    const earlier = book.templates.get(kind);
    const again = earlier?.version === version + 1 && earlier.savedBy === actor.personId;
    // The same words sent again, as by a second click: they stand already.
    if (again && sameWords(earlier, { subject, body })) return ok(earlier);
    if ((earlier?.version ?? 0) !== version) return fail({ kind: 'stale', current: earlier?.version ?? 0 });
    const others = letterKinds.filter((one) => one !== kind).map((one) => wordsOf(book, one));
    const fields = sharedSubjects({ subject }, others).map((language) => ({
      path: `subject.${language}`,
      code: 'subject-of-another',
    }));
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
    const act = { by: actor.personId, now: receivedAt };
    const change = writeTemplate({ roundId, kind, earlier }, { subject, body }, act);
    const saved = await letters.saveTemplate(change);
    return saved.ok ? ok(change.template) : saved;
  };

const sameWords = (one: LetterWords, other: LetterWords) =>
  one.subject.en === other.subject.en &&
  one.subject.ja === other.subject.ja &&
  one.body.en === other.body.en &&
  one.body.ja === other.body.ja;

/** Staff say until when awardees are asked to answer. Nobody gets mail. */
export const setAnswerDate =
  ({
    rounds,
    letters,
  }: Ports): UseCase<
    { roundId: string; answerBy: string; version: number },
    AnswerDate,
    NotFound | Conflict | Stale | InvalidInput | StepRefused
  > =>
  async (actor, { roundId, answerBy, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, { answerDate: earlier }] = await Promise.all([rounds.find(roundId), letters.book(roundId)]);
    if (!round) return fail({ kind: 'not-found' });
    if (earlier?.version === version + 1 && earlier.answerBy === answerBy) return ok(earlier);
    if ((earlier?.version ?? 0) !== version) return fail({ kind: 'stale', current: earlier?.version ?? 0 });
    const set = setAnswerDateOf({ round, earlier }, answerBy, { by: actor.personId, now: receivedAt });
    if (!set.ok) return set;
    const saved = await letters.saveAnswerDate(set.value);
    return saved.ok ? ok(set.value.answerDate) : saved;
  };
