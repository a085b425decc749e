import { deletedAccountName } from '../../shared/reviews/reviewer-names.ts';
import type { View } from '../view.ts';

/** A person's name as staff know it; of a deleted account that it is one, in the reader's language. */
export const nameWords = ({ t }: Pick<View, 't'>, name: string): string =>
  name === deletedAccountName ? t('personal.name') : name;
