import type { Child } from 'hono/jsx';
import type { View } from '../view.ts';
import type { State } from './badge.tsx';

export type Stop = {
  readonly name: Child;
  /** Where it leads, without language; left out where it is not open. */
  readonly path?: string | undefined;
  readonly is: State;
  /** State and figures in words: "Done: 3 objectives". Without it the state's own word is said to screen readers. */
  readonly note?: Child;
  /** The step one is at. */
  readonly here?: boolean;
};

/** Steps or tasks as stops on a route: downward, or `flat` across where there is room. */
export const Line = ({ view, stops, flat }: { view: View; stops: readonly Stop[]; flat?: boolean }) => (
  <ol class={flat ? 'line line--flat' : 'line'}>
    {stops.map(({ name, path, is, note, here }) => (
      <li class="line__stop" data-is={is} {...(here && { 'aria-current': 'step' })}>
        <span class="line__name">
          {path ? <a href={view.href(path)}>{name}</a> : name}
          {(flat || !note) && <span class="sr"> ({view.t(`site.state.${is}`)})</span>}
        </span>
        {note && <span class="line__note">{note}</span>}
      </li>
    ))}
  </ol>
);
