import { leadingAsia } from '../../../shared/programs/round.ts';
import { jetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { regionWords } from '../../components/map/place-words.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

/** What a value is kept in, the outermost first: its part, its field, the fields in it. */
export type Within = readonly string[];

/** By what a field goes here and there: `placements.role` before `role`, the nearest that it is in first. */
export const waysTo = (field: string, within: Within): readonly string[] => [
  ...within.toReversed().map((outer) => `${outer}.${field}`),
  field,
];

/** Where the words of values that are codes stand, by the field that holds them. */
const catalogues: Readonly<Record<string, readonly string[]>> = {
  ways: ['alumni.way'],
  fields: ['alumni.field'],
  topics: ['alumni.topic', 'site.theme'],
  themes: ['site.theme'],
  japanese: ['alumni.level'],
  'profile.japanese': ['conflicts.profile.japanese'],
  availability: ['alumni.availability'],
  in: ['places.in'],
  'contractingOrganisation.kind': ['places.kind'],
  'fact.kind': ['personal.fact'],
  'partnerships.as': ['conflicts.profile.as'],
  'partnership.as': ['conflicts.profile.as'],
  'placements.role': ['alumni.role'],
  'placement.role': ['alumni.role'],
  'joined.role': ['introductions.role'],
  role: ['accounts.role'],
  language: ['personal.language'],
  'introductions.status': ['introductions.status'],
  'reviews.status': ['reviews.status'],
  'messages.status': ['messages.status'],
  'invitations.status': ['accounts.invitation'],
  'alum-invitations.status': ['chapters.invitation'],
  'preferences.choices': ['assignment.preference'],
  confidence: ['reviews.confidence'],
  format: ['roster.export.format'],
};

/** A code in words: of a catalogue, a region's, a chapter's name, or a month. Undefined for what is no code where it stands. */
export const codeWords = ({ t, language }: View, value: string, within: Within): string | undefined => {
  const field = within.at(-1) ?? '';
  const [areas] = waysTo(field, within.slice(0, -1)).flatMap((way) =>
    catalogues[way] ? [catalogues[way]] : [],
  );
  const key = areas?.map((area) => `${area}.${value}`).find(isMessageKey);
  if (key) return t(key);
  if (field === 'state' || field === 'prefecture') return regionWords(language, value);
  if (field === 'scope' && value === leadingAsia) return t('programs.program');
  if (field === 'chapter' || field === 'chapters' || field === 'scope') return jetaaChapter(value)?.name;
  // The version of a consent's text is the month in which it was written.
  const [, year, month] =
    (field === 'text' && within.includes('consents') && /^(\d{4})-(\d\d)$/.exec(value)) || [];
  return year && t('chapters.month', { year, month: Number(month) });
};
