import { namedIn, type OwnDataNames } from '../../../shared/accounts/own-data-names.ts';
import { receiptNumber } from '../../../shared/applications/application.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { pairWords, regionWords } from '../../components/map/place-words.ts';
import { Time } from '../../components/written.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { codeWords, type Within, waysTo } from './code-words.ts';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

type Item = Readonly<Record<string, unknown>>;
/** Where a value is read: what ids stand for, and the whole that it is a part of. */
type Where = { readonly view: View; readonly names: OwnDataNames; readonly item: Item };

/** What a kept thing is called where it is kept; one that has no word yet goes by the name it is kept under. */
export const fieldWords = ({ t }: View, name: string, within: Within = []): string => {
  const key = waysTo(name, within)
    .map((one) => `personal.field.${one}`)
    .find(isMessageKey);
  return key ? t(key) : name;
};

/** By what the platform finds things again, and of no meaning to anybody: in the file, not on the page. */
const inFileAlone: readonly string[] = ['introductionId', 'key', 'version', 'code'];
export const isShown = (field: string): boolean => !inFileAlone.includes(field);

/** Whose keys are ids, not fields. */
const records: readonly string[] = ['preferences.choices', 'assessment.scores', 'assessment.comments'];
const isRecord = (within: Within) =>
  waysTo(within.at(-1) ?? '', within.slice(0, -1)).some((way) => records.includes(way));

const applicationWords = ({ view, names, item }: Where, id: string): string => {
  const known = names.applications.get(id);
  const number = receiptNumber(id);
  // Its pair stands beside it already.
  if (!known || item.pair) return number;
  return view.t('personal.application', { pair: keptPairWords(view, known.pair), number });
};

/** What an id stands for; undefined for what is none, or stands for nothing any more. */
const idWords = (where: Where, value: string, field: string): string | undefined => {
  const { view, names, item } = where;
  switch (namedIn(field, item)) {
    case 'partnerships': {
      const partnership = names.partnerships.get(value);
      return partnership && pairWords(view.language, partnership);
    }
    case 'organisations':
      return names.organisations.get(value);
    case 'rounds': {
      const round = names.rounds.get(value);
      return round && inLanguage(round.name, view.language);
    }
    case 'applications':
      return applicationWords(where, value);
    default:
      return undefined;
  }
};

/** A record's key in words: the application that was chosen, the criterion that was scored. */
const keyWords = (where: Where, key: string, within: Within): string => {
  if (within.at(-1) === 'choices') return applicationWords(where, key);
  const { view, names, item } = where;
  const application = names.applications.get(String(item.applicationId));
  const criterion = application && names.rounds.get(application.roundId)?.criteria.get(key);
  return criterion ? inLanguage(criterion, view.language) : key;
};

type Place = {
  readonly text?: unknown;
  readonly name?: unknown;
  readonly nameJa?: unknown;
  readonly prefecture?: unknown;
};
type KeptPair = Parameters<typeof keptPairWords>[1];

/** What is one thing to a reader, though it is kept in parts: a pair of cities, a town of the list. */
const wholeWords = ({ view }: Where, value: object, within: Within): string | undefined => {
  const field = within.at(-1);
  // As their schemas have them: what is read is what was kept.
  if (field === 'pair') return keptPairWords(view, value as KeptPair);
  if (field !== 'municipality') return undefined;
  const { name, nameJa, prefecture } = value as Place;
  const region = regionWords(view.language, String(prefecture));
  return view.language === 'ja' ? `${region}${nameJa}` : `${name}, ${region}`;
};

type Props = Where & { value: unknown; within: Within };

const Text = ({ value, within, ...where }: Props & { value: string }) => {
  const { view } = where;
  if (instant.test(value)) return <Time view={view} at={value} zone={view.viewerZone ?? 'UTC'} as="moment" />;
  const known = codeWords(view, value, within) ?? idWords(where, value, within.at(-1) ?? '');
  return <span class="words">{known ?? value}</span>;
};

/** A value as it is read: words for codes, names for ids, an instant by the reader's clock, or a list of more. */
export const KeptValue = ({ value, within, ...where }: Props) => {
  const { view } = where;
  const { t } = view;
  if (value === null || value === undefined || value === '') return <>{t('site.none')}</>;
  if (typeof value === 'string') return <Text {...where} value={value} within={within} />;
  if (typeof value === 'boolean') return <>{t(value ? 'personal.yes' : 'personal.no')}</>;
  if (typeof value !== 'object') return <>{String(value)}</>;
  const whole = wholeWords(where, value, within);
  if (whole) return <>{whole}</>;
  const isList = Array.isArray(value);
  const byId = isRecord(within);
  const entries: readonly (readonly [string, unknown])[] = isList
    ? value.map((one) => ['', one] as const)
    : Object.entries(value).filter(([name]) => byId || isShown(name));
  if (entries.length === 0) return <>{t('site.none')}</>;
  const labelOf = (name: string) => (byId ? keyWords(where, name, within) : fieldWords(view, name, within));
  return (
    <ul class="points">
      {entries.map(([name, one]) => (
        <li>
          {!isList && <span class="soft">{t('personal.labelled', { label: labelOf(name) })}</span>}
          <KeptValue {...where} value={one} within={isList || byId ? within : [...within, name]} />
        </li>
      ))}
    </ul>
  );
};
