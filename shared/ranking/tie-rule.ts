import * as z from 'zod';

/** What can break a tie. `of` names a criterion, or a column that comes with the applications. */
export type TieRule = {
  readonly by: 'criterion' | 'min' | 'max' | 'spread' | 'column';
  readonly of: string;
  readonly order: 'asc' | 'desc';
};

const written = /^(?:(min|max|spread)|(criterion|column):([^,]{1,100}?)):(asc|desc)$/;

/** A rule as it is written: `criterion:outcomes:desc`, `min:desc`, `spread:asc`, `column:first-time:desc`. */
export const parseTieRule = (text: string): TieRule | undefined => {
  const [, figure, named, of = '', order] = written.exec(text.trim()) ?? [];
  const by = figure ?? named;
  // The expression lets through nothing else; its groups are typed as text.
  return by ? ({ by, of, order } as TieRule) : undefined;
};

export const writeTieRule = ({ by, of, order }: TieRule): string => `${by}${of && `:${of}`}:${order}`;

/** A rule in a round's terms, kept as it is written. */
export const tieRuleSchema = z
  .string()
  .max(120)
  .refine((text) => parseTieRule(text) !== undefined, 'no-tie-rule');
