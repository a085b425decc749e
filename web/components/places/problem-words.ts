import type { FieldProblem } from '../../../shared/kernel/failure.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

/** The own sentence for a problem with a place or with a placement's years, for `words` of `formOf`. */
export const placeProblem = ({ t }: Pick<View, 't'>, { code }: FieldProblem): string | undefined => {
  const key = `places.problem.${code}`;
  return isMessageKey(key) ? t(key) : undefined;
};
