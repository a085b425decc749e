import type { CoveredState, JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { posts } from '../../../shared/reference/posts.ts';
import { regionWords } from '../../components/map/place-words.ts';
import type { View } from '../../view.ts';

/** A state, or the part of it that a chapter covers: `northern California`, カリフォルニア州北部. */
const coveredWords = ({ t, language }: View, { state, part }: CoveredState): string => {
  const name = regionWords(language, state);
  return part ? t(`chapters.part.${part}`, { state: name }) : name;
};

/** All of a chapter's, as a line of its own. */
export const statesWords = (view: View, { states }: Pick<JetaaChapter, 'states'>): string => {
  const words = view.format.list(states.map((covered) => coveredWords(view, covered)));
  return words.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
};

/** The Japanese post a chapter works with, as it calls itself in the reader's language. */
export const postWords = ({ language }: View, { post }: Pick<JetaaChapter, 'post'>): string =>
  (language === 'ja' && posts.find(({ name }) => name === post)?.nameJa) || post;
