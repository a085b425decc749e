import { type Context, Hono } from 'hono';
import { rankingCsv, reviewsCsv, scoresCsv, weightsCsv } from '../../../shared/ranking/export-csv.ts';
import type { ExportedScores } from '../../../shared/ranking/export-scores.ts';
import { download } from '../../download.ts';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { orderOf } from './ranking-table.tsx';
import { ScoresPage } from './scores-page.tsx';
import { SensitivityPage } from './sensitivity-page.tsx';
import type { ScoresUseCases } from './use-cases.ts';

/** What a round's scores come to: the ranking, how it stands up, and all of it as files. */
export const scoresPages = (useCases: ScoresUseCases) => {
  /** Figures alone, as the command reads them. */
  const figures = async (
    c: Context<Site>,
    roundId: string,
    name: 'scores' | 'weights',
    write: (found: ExportedScores) => string,
  ) => {
    const view = viewOf(c);
    const found = await useCases.exportScores(view.actor, { roundId }, view.call);
    return found.ok ? download(c, `${name}-${roundId}`, 'csv', write(found.value)) : c.notFound();
  };

  return new Hono<Site>()
    .get('/staff/rounds/:id/scores', async (c) => {
      const view = viewOf(c);
      const scores = await useCases.scoreRound(view.actor, { roundId: c.req.param('id') }, view.call);
      const order = orderOf(c.req.query('order'));
      return scores.ok
        ? render(c, <ScoresPage view={view} scores={scores.value} order={order} />)
        : c.notFound();
    })
    .get('/staff/rounds/:id/scores/sensitivity', async (c) => {
      const view = viewOf(c);
      const seen = await useCases.viewSensitivity(view.actor, { roundId: c.req.param('id') }, view.call);
      return seen.ok ? render(c, <SensitivityPage view={view} seen={seen.value} />) : c.notFound();
    })
    .get('/staff/rounds/:id/scores/export/scores.csv', (c) =>
      figures(c, c.req.param('id'), 'scores', ({ rows }) => scoresCsv(rows)),
    )
    .get('/staff/rounds/:id/scores/export/weights.csv', (c) =>
      figures(c, c.req.param('id'), 'weights', ({ weights }) => weightsCsv(weights)),
    )
    .get('/staff/rounds/:id/scores/export/ranking.csv', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const seen = await useCases.viewSensitivity(view.actor, { roundId }, view.call);
      return seen.ok ? download(c, `ranking-${roundId}`, 'csv', rankingCsv(seen.value)) : c.notFound();
    })
    .get('/staff/rounds/:id/scores/export/:file{reviews-[1-9][0-9]?.(csv|json)}', async (c) => {
      const view = viewOf(c);
      const [, part, type] = /^reviews-(\d+)\.(csv|json)$/.exec(c.req.param('file')) ?? [];
      const roundId = c.req.param('id');
      const found = await useCases.exportPart(view.actor, { roundId, part: Number(part) }, view.call);
      if (!found.ok) return c.notFound();
      const { items, round, parts } = found.value;
      const name = `reviews-${roundId}-${part}-of-${parts}`;
      if (type === 'csv') return download(c, name, 'csv', reviewsCsv(items));
      const { id, rubric, ranking } = round;
      return download(
        c,
        name,
        'json',
        JSON.stringify(
          {
            round: { id, name: round.name, rubric, ranking },
            part: Number(part),
            parts,
            applications: items,
          },
          null,
          1,
        ),
      );
    });
};
