import type { Application } from '../../../../shared/applications/application.ts';
import { chaptersFor, type Post, postsFor } from '../../../../shared/reference/posts.ts';
import { usStates } from '../../../../shared/reference/regions.ts';
import type { View } from '../../../view.ts';

/** One name offered for a field; anything else may be typed. `label` says it in the other language. */
export type Suggestion = { readonly value: string; readonly label?: string | undefined };
export type SuggestionList = 'posts' | 'chapters';

/** `TX` of `Austin, TX`; a state's own partnership is named by the state. */
const stateOf = ({ us }: Application['pair']): string => {
  const code = /, ([A-Z]{2})$/.exec(us)?.[1];
  const name = us.replace(/^State of /, '');
  return code ?? usStates.find((one) => one.name === name)?.code ?? '';
};

const inWords = ({ language }: View, { name, nameJa }: Pick<Post, 'name' | 'nameJa'>): Suggestion => {
  if (nameJa === '') return { value: name };
  return language === 'ja' ? { value: nameJa, label: name } : { value: name, label: nameJa };
};

/** What is offered: the pair's own Japanese place and the offices for its state; the chapters for the state. */
export const suggestionsFor = (
  view: View,
  pair: Application['pair'],
): Readonly<Record<SuggestionList, readonly Suggestion[]>> => {
  const state = stateOf(pair);
  const place = inWords(view, { name: pair.jp, nameJa: pair.jpJa });
  return {
    posts: [place, ...postsFor(state).map((post) => inWords(view, post))],
    chapters: chaptersFor(state).map((value) => ({ value })),
  };
};
