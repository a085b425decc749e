import { type Context, Hono } from 'hono';
import type * as z from 'zod';
import type { LettersOfRound } from '../../../shared/awards/edit-letters.ts';
import {
  type LetterKind,
  type LetterWords,
  letterKinds,
  letterWordsSchema,
} from '../../../shared/awards/letter.ts';
import type { LetterPreview } from '../../../shared/awards/preview-letters.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { FieldProblem } from '../../../shared/kernel/failure.ts';
import { fail, type Result } from '../../../shared/kernel/result.ts';
import { localTimeSchema } from '../../../shared/kernel/zoned-time.ts';
import type { Typed } from '../../components/form/typed.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { LetterPage } from './letter-page.tsx';
import { LettersPage } from './letters-page.tsx';
import { PreviewPage } from './preview-page.tsx';

type Dated = { roundId: string; answerBy: string; version: number };
export type LetterUseCases = {
  viewLetters: UseCase<{ roundId: string }, LettersOfRound, Failure>;
  saveLetter: UseCase<LetterWords & { roundId: string; kind: LetterKind; version: number }, unknown, Failure>;
  setAnswerDate: UseCase<Dated, unknown, Failure>;
  requestConfirmations: UseCase<Dated, { written: number }, Failure>;
  previewLetters: UseCase<{ roundId: string; cursor?: string | undefined }, LetterPreview, Failure>;
};

/** A round's letters, each before it is written. */
export const letterPages = (useCases: LetterUseCases) => {
  const lettersPage = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewLetters(view.actor, { roundId }, view.call);
    if (!seen.ok) return c.notFound();
    const count = c.req.query('written');
    const written = count === undefined ? undefined : Number(count) || 0;
    return render(
      c,
      <LettersPage view={view} letters={seen.value} failure={failure} written={written} />,
      failure,
    );
  };
  const letterPage = async (c: Context<Site>, roundId: string, kind: string, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewLetters(view.actor, { roundId }, view.call);
    const letter = seen.ok && seen.value.letters.find((one) => one.kind === kind);
    if (!seen.ok || !letter) return c.notFound();
    return render(
      c,
      <LetterPage view={view} letters={seen.value} letter={letter} failure={failure} />,
      failure,
    );
  };
  return new Hono<Site>()
    .get('/staff/rounds/:id/letters', (c) => lettersPage(c, c.req.param('id')))
    .post('/staff/rounds/:id/letters', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const roundId = c.req.param('id');
      const answerBy = localTimeSchema.safeParse(typed.text('answerBy'));
      if (!answerBy.success) return lettersPage(c, roundId, wrong('answerBy', 'not-a-date'));
      const input = { roundId, answerBy: answerBy.data, version: Number(typed.text('version')) };
      if (typed.text('action') !== 'ask') {
        const set = await useCases.setAnswerDate(actor, input, call);
        return set.ok
          ? seeOther(c, `/staff/rounds/${roundId}/letters`)
          : lettersPage(c, roundId, set.failure);
      }
      const asked = await useCases.requestConfirmations(actor, input, call);
      return asked.ok
        ? seeOther(c, `/staff/rounds/${roundId}/letters?written=${asked.value.written}`)
        : lettersPage(c, roundId, asked.failure);
    })
    .get('/staff/rounds/:id/letters/preview', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const cursor = c.req.query('cursor');
      const seen = await useCases.previewLetters(view.actor, { roundId, cursor }, view.call);
      // A cursor that is none of ours: the list from its start.
      if (!seen.ok)
        return seen.failure.kind === 'invalid-input'
          ? seeOther(c, `/staff/rounds/${roundId}/letters/preview`)
          : c.notFound();
      return render(c, <PreviewPage view={view} preview={seen.value} />);
    })
    .get('/staff/rounds/:id/letters/:kind', (c) => letterPage(c, c.req.param('id'), c.req.param('kind')))
    .post('/staff/rounds/:id/letters/:kind', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const { id: roundId, kind: named } = c.req.param();
      const kind = letterKinds.find((one) => one === named);
      if (!kind) return c.notFound();
      const words = wordsOf(typed);
      if (!words.ok) return letterPage(c, roundId, kind, words.failure);
      const input = { ...words.value, roundId, kind, version: Number(typed.text('version')) };
      const saved = await useCases.saveLetter(actor, input, call);
      return saved.ok
        ? seeOther(c, `/staff/rounds/${roundId}/letters`)
        : letterPage(c, roundId, kind, saved.failure);
    });
};

const wrong = (path: string, code: string): Failure => ({ kind: 'invalid-input', fields: [{ path, code }] });

const wordsOf = (typed: Typed): Result<LetterWords, Failure> => {
  const pair = (part: string) => ({ en: typed.text(`${part}.en`), ja: typed.text(`${part}.ja`) });
  const parsed = letterWordsSchema.safeParse({ subject: pair('subject'), body: pair('body') });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : fail({ kind: 'invalid-input', fields: parsed.error.issues.map(problemOf) });
};

const problemOf = (issue: z.core.$ZodIssue): FieldProblem => {
  const path = issue.path.join('.');
  if (issue.code !== 'custom') return { path, code: issue.code === 'too_small' ? 'required' : issue.code };
  return { path, code: issue.message, detail: String(issue.params?.detail ?? '') };
};
