import { Time } from '../../components/written.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** What a kept thing is called; one that has no word yet goes by the name it is kept under. */
export const fieldWords = ({ t }: View, name: string): string => {
  const key = `personal.field.${name}`;
  return isMessageKey(key) ? t(key) : name;
};

/** A value as it is kept: words, an instant by the reader's clock, or a list of more. */
export const KeptValue = ({ view, value }: { view: View; value: unknown }) => {
  if (value === null || value === undefined || value === '') return <>{view.t('site.none')}</>;
  if (typeof value === 'string' && instant.test(value))
    return <Time view={view} at={value} zone={view.viewerZone ?? 'UTC'} as="moment" />;
  if (typeof value !== 'object') return <>{String(value)}</>;
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((one) => ['', one] as const)
    : Object.entries(value);
  if (entries.length === 0) return <>{view.t('site.none')}</>;
  return (
    <ul class="points">
      {entries.map(([name, one]) => (
        <li>
          {name !== '' && <span class="soft">{fieldWords(view, name)}: </span>}
          <KeptValue view={view} value={one} />
        </li>
      ))}
    </ul>
  );
};
