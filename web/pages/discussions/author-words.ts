import type { Author } from '../../../shared/discussions/author.ts';
import { nameWords } from '../../components/name-words.ts';
import type { View } from '../../view.ts';

/** Someone of the discussion in words: a reviewer by letter, staff by their office; for staff also by name. */
export const authorWords = ({ t }: View, { as, label, name, own }: Author): string => {
  const role =
    as === 'staff' ? t('discussions.author.staff') : t('discussions.author.reviewer', { label: label ?? '' });
  const known = name ? t('discussions.author.named', { name: nameWords({ t }, name), role }) : role;
  return own ? t('discussions.author.own', { who: known }) : known;
};
