import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

/** The words of a field of a home or a placement, for `labels` of `formOf`; undefined for any other. */
export const placeLabel = ({ t }: Pick<View, 't'>, name: string): string | undefined => {
  const key = `places.field.${name.replaceAll(/\.\d+/g, '').replace(/^.*\.now\./, 'now.')}`;
  return isMessageKey(key) ? t(key) : undefined;
};
