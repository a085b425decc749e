import type { SectionData, SectionForm } from '../../../../shared/applications/sections/section-form.ts';
import type { Typed } from '../../../components/form/typed.ts';
import { flat } from './section-data.ts';

/** One answer on which two editors differ; `undefined` where one of them has no such row. */
export type Difference = { readonly name: string; readonly mine: string; readonly theirs: string };

/** Every answer that differs, in the order of the page. What was typed alike is no clash. */
export const differencesOf = (
  form: SectionForm,
  mine: SectionData,
  theirs: SectionData,
): readonly Difference[] => {
  const [own, other] = [flat(form, mine), flat(form, theirs)];
  return [...new Set([...Object.keys(own), ...Object.keys(other)])]
    .map((name) => ({ name, mine: own[name] ?? '', theirs: other[name] ?? '' }))
    .filter((one) => normal(one.mine) !== normal(one.theirs));
};

const normal = (text: string) => text.replaceAll('\r\n', '\n').trim();

/**
 * The fields of a form that settles a clash: for each difference `choose:<name>` with both texts beside it, all else
 * under its own name. What comes out is a section's form as if it had been typed.
 */
export const settled = (typed: Typed): readonly (readonly [string, string])[] =>
  Object.entries(typed.record).flatMap(([field, value]): (readonly [string, string])[] => {
    if (/^(mine|theirs):/.test(field)) return [];
    const name = /^choose:(.+)$/.exec(field)?.[1];
    return [name ? [name, typed.text(`${value === 'theirs' ? 'theirs' : 'mine'}:${name}`)] : [field, value]];
  });

export const isSettling = (typed: Typed): boolean => typed.text('do') === 'settle';
