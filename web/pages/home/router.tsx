import { Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { DirectoryPage } from '../../../shared/partnerships/list-partnerships.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { HomePage } from './home-page.tsx';
import { roundAhead } from './round-ahead.ts';

type Paged = { cursor?: string | undefined };
export type HomeUseCases = {
  /** Published rounds, newest opening first. */
  listOpenRounds: UseCase<Paged, { items: readonly SeenRound[] }, Failure>;
  listPartnerships: UseCase<Paged, DirectoryPage, Failure>;
};

export const homePages = ({ listOpenRounds, listPartnerships }: HomeUseCases) =>
  new Hono<Site>().get('/', async (c) => {
    const view = viewOf(c);
    const [rounds, directory] = await Promise.all([
      listOpenRounds(view.actor, {}, view.call),
      listPartnerships(view.actor, {}, view.call),
    ]);
    const round = rounds.ok ? roundAhead(rounds.value.items) : undefined;
    return render(
      c,
      <HomePage view={view} round={round} pairs={directory.ok ? directory.value.matches : []} />,
    );
  });
