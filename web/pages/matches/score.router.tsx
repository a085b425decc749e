import { type Context, Hono } from 'hono';
import { readAlumNumber } from '../../../shared/alumni/alum.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import type { PairExplained } from '../../../shared/matches/explain-pair.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { render } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import type { ScoreAsked } from './score-form.tsx';
import { ScorePage } from './score-page.tsx';

type Of = { partnershipId: string };
export type ScoreUseCases = {
  explainPair: UseCase<Of & { alumId: string }, PairExplained, Failure>;
  explainNumbered: UseCase<Of & { number: string }, PairExplained, Failure>;
  listPartnerships: UseCase<{ text?: string }, { matches: readonly Partnership[] }, Failure>;
};

const wordIn = (c: Context<Site>, name: string) => (c.req.query(name) ?? '').trim().slice(0, 100);

/** The partnership that is meant: by its id, or the only one that the words fit. */
const meant = async (
  { listPartnerships }: ScoreUseCases,
  { actor, call }: View,
  { id, words }: { id: string; words: string },
): Promise<Pick<ScoreAsked, 'partnership' | 'found'>> => {
  if (!id && !words) return {};
  const listed = await listPartnerships(actor, id ? {} : { text: words }, call);
  const matches = listed.ok ? listed.value.matches : [];
  const found = id ? matches.filter((one) => one.id === id) : matches;
  return found.length === 1 ? { partnership: found[0] } : { found: id ? undefined : found };
};

/** What is missing of a form that was sent, or cannot be read. */
const problemsOf = (c: Context<Site>, { partnership, words, alumId, number }: ScoreAsked) => {
  const sent = (name: string) => c.req.query(name) !== undefined;
  return [
    ...(!partnership && !words && sent('q') ? [{ path: 'q', code: 'required' }] : []),
    ...(!alumId && !number && sent('number') ? [{ path: 'number', code: 'required' }] : []),
    ...(number && !readAlumNumber(number) ? [{ path: 'number', code: 'invalid' }] : []),
  ];
};

/** `/alumni/matching/score`: how a pair's score comes about, of an alum by their id, as links say it, or by their number. */
export const scorePages = (useCases: ScoreUseCases) => {
  const explain = ({ actor, call }: View, { partnership, alumId, number: typed }: ScoreAsked) => {
    const partnershipId = partnership?.id;
    const number = readAlumNumber(typed);
    if (!partnershipId) return undefined;
    if (alumId) return useCases.explainPair(actor, { partnershipId, alumId }, call);
    return number ? useCases.explainNumbered(actor, { partnershipId, number }, call) : undefined;
  };

  return new Hono<Site>().get('/alumni/matching/score', async (c) => {
    const view = viewOf(c);
    const id = wordIn(c, 'partnership');
    const words = wordIn(c, 'q');
    const asked = {
      ...{ words, number: wordIn(c, 'number'), alumId: idSchema.safeParse(c.req.query('alum')).data },
      ...(await meant(useCases, view, { id, words })),
    };
    if (id && !asked.partnership)
      return render(c, <ScorePage {...{ view, asked }} untold="partnership" />, 404);
    const fields = problemsOf(c, asked);
    if (fields.length > 0) {
      const failure: Failure = { kind: 'invalid-input', fields };
      return render(c, <ScorePage {...{ view, asked, failure }} />, failure);
    }
    const told = await explain(view, asked);
    if (told?.ok === false) {
      const untold = asked.alumId ? 'pair' : 'number';
      return render(c, <ScorePage {...{ view, asked, untold }} />, told.failure);
    }
    return render(c, <ScorePage {...{ view, asked }} pair={told?.value} />);
  });
};
