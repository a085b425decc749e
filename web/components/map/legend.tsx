import type { MessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

type Kind = 'plain' | 'award' | 'named';
type Props = {
  view: View;
  kinds: readonly Kind[];
  /** Other words than the kind's own, where a page draws one kind alone. */
  word?: MessageKey;
};

/** What the map's strokes mean, each drawn once. */
export const Legend = ({ view, kinds, word }: Props) => (
  <ul class="legend">
    {kinds.map((kind) => (
      <li>
        <svg viewBox="0 0 28 12" aria-hidden="true">
          <path class={`map__arcs map__arcs--${kind}`} d="M1 11C8 2 20 2 27 11" />
        </svg>
        {view.t(word ?? `public.legend.${kind}`)}
      </li>
    ))}
  </ul>
);
