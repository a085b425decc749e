import type { Child } from 'hono/jsx';

/** Full, half, ring, strong ring, dotted, lozenge. `due` alone is vermilion: due or wrong, nothing else. */
export type State = 'done' | 'now' | 'todo' | 'wait' | 'shut' | 'due';

/** A state in a word; the mark's shape helps. */
export const Badge = ({ is, children }: { is: State; children: Child }) => (
  <span class="badge" data-is={is}>
    {children}
  </span>
);
