import { isMessageKey, type Translate } from '../../messages/translate.ts';

/** A theme of 2011 or 2012 as its own page printed it, in the reader's language. */
export const printedTheme = (t: Translate, printed: string): string => {
  const key = `public.printed.${printed.toLowerCase().replaceAll(' ', '-')}`;
  return isMessageKey(key) ? t(key) : printed;
};
