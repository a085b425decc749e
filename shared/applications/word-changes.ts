import { diffArrays } from 'diff';

/** A run of text that both versions have, or only the later, or only the earlier one. */
export type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

// Japanese has no spaces: its words are found by dictionary. English words fall out of the same segmenter.
const words = new Intl.Segmenter('ja', { granularity: 'word' });
const wordsOf = (text: string) => [...words.segment(text)].map(({ segment }) => segment);

/** Beyond so many changed words the texts are two texts: what they share by chance would only confuse. */
const mostChanges = 1500;

/**
 * What became of a text, word by word, in either language: the parts that are not `added` are the earlier text, those
 * that are not `removed` the later one.
 */
export const wordChanges = (before: string, after: string): readonly Part[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostChanges });
  if (!changes) return [part('removed', before), part('added', after)];
  return changes.map(({ added, removed, value }) =>
    part(added ? 'added' : removed ? 'removed' : 'same', value.join('')),
  );
};

const part = (kind: Part['kind'], text: string): Part => ({ kind, text });
