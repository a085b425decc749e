import type { RowGroup } from './round-rows.ts';

type Act = { group: RowGroup; words: string };

/** The buttons send the whole form and store nothing. */
export const Add = ({ group, words, full }: Act & { full: boolean }) =>
  full ? null : (
    <p class="gap-3">
      <button class="go2" type="submit" name="act" value={`add.${group}`}>
        {words}
      </button>
    </p>
  );

export const Remove = ({ group, at, words }: Act & { at: number }) => (
  <p class="gap-1">
    <button class="linkish" type="submit" name="act" value={`remove.${group}.${at}`}>
      {words}
    </button>
  </p>
);
