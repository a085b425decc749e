import { isMessageKey, type Translate } from '../../messages/translate.ts';

/** A role's name in words, from how histories and lists name it: `owner`, `staff` … */
export const roleWords = (t: Translate, role: string): string => {
  const key = `accounts.role.${role}`;
  return isMessageKey(key) ? t(key) : role;
};
