import { jetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Time } from '../../components/written.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** What a value is kept in, the outermost first: its part, its field, the fields in it. */
type Within = readonly string[];

/** What a kept thing is called where it is kept; one that has no word yet goes by the name it is kept under. */
export const fieldWords = ({ t }: View, name: string, within: Within = []): string => {
  const key = [...within.toReversed().map((outer) => `${outer}.${name}`), name]
    .map((one) => `personal.field.${one}`)
    .find(isMessageKey);
  return key ? t(key) : name;
};

/** Where the words of values that are codes stand, by the field that holds them. */
const catalogues: Readonly<Record<string, readonly string[]>> = {
  ways: ['alumni.way'],
  fields: ['alumni.field'],
  topics: ['alumni.topic', 'site.theme'],
  themes: ['site.theme'],
  japanese: ['alumni.level'],
  availability: ['alumni.availability'],
  in: ['places.in'],
  kind: ['places.kind'],
  role: ['accounts.role', 'alumni.role', 'introductions.role'],
  language: ['personal.language'],
};

const codeWords = ({ t }: View, value: string | boolean, within: Within): string => {
  if (typeof value === 'boolean') return t(value ? 'personal.yes' : 'personal.no');
  const field = within.at(-1) ?? '';
  const found = within.includes('introductions') && field === 'status' ? ['introductions.status'] : undefined;
  const key = (found ?? catalogues[field] ?? []).map((area) => `${area}.${value}`).find(isMessageKey);
  if (key) return t(key);
  return ((field === 'chapter' || field === 'chapters') && jetaaChapter(value)?.name) || value;
};

/** A value as it is kept: words, an instant by the reader's clock, or a list of more. */
export const KeptValue = ({ view, value, within }: { view: View; value: unknown; within: Within }) => {
  if (value === null || value === undefined || value === '') return <>{view.t('site.none')}</>;
  if (typeof value === 'string' && instant.test(value))
    return <Time view={view} at={value} zone={view.viewerZone ?? 'UTC'} as="moment" />;
  if (typeof value === 'string' || typeof value === 'boolean') return <>{codeWords(view, value, within)}</>;
  if (typeof value !== 'object') return <>{String(value)}</>;
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((one) => ['', one] as const)
    : Object.entries(value);
  if (entries.length === 0) return <>{view.t('site.none')}</>;
  return (
    <ul class="points">
      {entries.map(([name, one]) => (
        <li>
          {name !== '' && (
            <span class="soft">{view.t('personal.labelled', { label: fieldWords(view, name, within) })}</span>
          )}
          <KeptValue view={view} value={one} within={name === '' ? within : [...within, name]} />
        </li>
      ))}
    </ul>
  );
};
