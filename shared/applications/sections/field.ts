import * as z from 'zod';
import { parseCents } from '../../kernel/money.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Bilingual } from '../../kernel/text.ts';
import { chosenIn } from '../../programs/extra-question.ts';
import type { ProblemCode } from './problem.ts';
import { isOverLimit, type TextLimit } from './text-length.ts';

export type Control =
  | 'line'
  | 'prose'
  | 'email'
  | 'choice'
  | 'several'
  | 'check'
  | 'date'
  | 'integer'
  | 'money';

/**
 * One question of a section: how a page asks it, how much a draft keeps of it, and what a complete answer is.
 * Drafts keep what was typed; `read` makes the value of it or says what is wrong.
 */
export type Field<Value = unknown> = {
  readonly control: Control;
  readonly required: boolean;
  /** In UTF-16 units, as an input's `maxlength` counts: what a draft may keep, wider than what is valid. */
  readonly maxLength: number;
  readonly limit?: TextLimit;
  /** Of a whole number: the least and the most. */
  readonly bounds?: { readonly min: number; readonly max: number };
  readonly options?: readonly string[];
  /** The options' words, where a round and not a catalogue has them. */
  readonly optionLabels?: Readonly<Record<string, Bilingual>>;
  /** About a person: replaced by a salted digest in a submission's snapshot. */
  readonly personal: boolean;
  /** Names that the reference data offers for it; anything else may be typed. */
  readonly offers?: 'posts' | 'chapters';
  /** Asked only since texts were signed without it: left empty, it is no part of what a signature stands for. */
  readonly joinedLater?: boolean;
  readonly read: (typed: string) => Result<Value, ProblemCode>;
};

type Settings = {
  readonly optional?: boolean;
  readonly personal?: boolean;
  readonly joinedLater?: boolean;
  readonly offers?: 'posts' | 'chapters';
};
type Shape = Omit<Field, 'required' | 'personal' | 'read'>;

const oneLine = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();

/** Wraps a reader of what is not empty: an empty answer is `required`, or an empty value where it may be left out. */
const field = <Value, Empty>(
  { optional = false, personal = false, joinedLater = false, offers }: Settings,
  shape: Shape,
  empty: Empty,
  read: (text: string) => Result<Value, ProblemCode>,
): Field<Value | Empty> => ({
  ...shape,
  required: !optional,
  personal,
  ...(joinedLater && { joinedLater }),
  ...(offers && { offers }),
  read: (typed) => {
    if (typed.trim() !== '') return read(typed);
    return optional ? ok(empty) : fail('required');
  },
});

/** One line of up to `max` characters. */
export const line = (max: number, settings: Settings = {}): Field<string> =>
  field(settings, { control: 'line', maxLength: max }, '', (typed) => ok(oneLine(typed)));

/** Several lines, limited by words in English and by characters in Japanese. */
export const prose = (limit: TextLimit, settings: Settings = {}): Field<string> =>
  field(
    settings,
    { control: 'prose', maxLength: Math.max(limit.words * 9, limit.characters * 2), limit },
    '',
    (typed) => {
      const text = typed.normalize('NFC').replaceAll('\r\n', '\n').trim();
      return isOverLimit(text, limit) ? fail('over-limit') : ok(text);
    },
  );

export const email = (settings: Settings = {}): Field<string> =>
  field(settings, { control: 'email', maxLength: 254 }, '', (typed) => {
    const address = z.email().safeParse(oneLine(typed));
    return address.success ? ok(address.data) : fail('not-an-address');
  });

/** One line, limited by words in English and by characters in Japanese. */
export const limitedLine = (limit: TextLimit, settings: Settings = {}): Field<string> =>
  field(
    settings,
    { control: 'line', maxLength: Math.max(limit.words * 9, limit.characters * 2), limit },
    '',
    (typed) => (isOverLimit(oneLine(typed), limit) ? fail('over-limit') : ok(oneLine(typed))),
  );

/** One of the options' ids. */
export const choice = <const Option extends string>(
  options: readonly Option[],
  settings: Settings = {},
): Field<Option> => ({
  control: 'choice',
  required: !settings.optional,
  personal: false,
  ...(settings.joinedLater && { joinedLater: true }),
  maxLength: 64,
  options,
  read: (typed) => {
    const chosen = options.find((option) => option === typed.trim());
    if (chosen) return ok(chosen);
    // Where it may be left out, nothing chosen is an answer: no option has an empty id.
    if (typed.trim() === '') return settings.optional ? ok('' as Option) : fail('required');
    return fail('not-a-choice');
  },
});

/** Any of the options' ids and at most so many, typed as one text with commas between. */
export const several = (
  options: readonly string[],
  most: number,
  settings: Settings = {},
): Field<readonly string[]> => ({
  ...field<readonly string[], readonly string[]>(
    settings,
    { control: 'several', maxLength: 1400, options },
    [],
    (typed) => {
      const chosen = [...new Set(chosenIn(typed))];
      if (chosen.some((id) => !options.includes(id))) return fail('not-a-choice');
      return chosen.length > most ? fail('too-many-chosen') : ok(chosen);
    },
  ),
});

/** A box to tick; a ticked one is typed as `yes`. Where it must be ticked, an open one is `must-agree`. */
export const check = (settings: Settings = {}): Field<boolean> => {
  const { optional = false } = settings;
  return {
    ...field(settings, { control: 'check', maxLength: 8 }, false, () => ok(true)),
    read: (typed) => (typed.trim() === 'yes' ? ok(true) : optional ? ok(false) : fail('must-agree')),
  };
};

/** A calendar day, ISO 8601. */
export const date = (
  settings: Settings = {},
  { earliest = '', latest = '9999-12-31' }: { earliest?: string; latest?: string } = {},
): Field<string> =>
  field(settings, { control: 'date', maxLength: 20 }, '', (typed) => {
    const day = z.iso.date().safeParse(oneLine(typed));
    if (!day.success) return fail('not-a-date');
    return day.data < earliest || day.data > latest ? fail('out-of-range') : ok(day.data);
  });

/** A whole number within bounds, thousands separated or not, full-width digits too. Left out, it is zero. */
export const integer = (bounds: { min: number; max: number }, settings: Settings = {}): Field<number> =>
  field(settings, { control: 'integer', maxLength: 12, bounds }, 0, (typed) => {
    const digits = oneLine(typed).replaceAll(',', '');
    const number = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
    return number >= bounds.min && number <= bounds.max ? ok(number) : fail('not-a-number');
  });

/** US dollars as a person writes them, read to cents. Left out, it is zero. */
export const money = (
  settings: Settings = {},
  { min = 0, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number } = {},
): Field<number> =>
  field(settings, { control: 'money', maxLength: 20 }, 0, (typed) => {
    const cents = parseCents(typed);
    if (cents === undefined) return fail('not-money');
    return cents < min || cents > max ? fail('out-of-range') : ok(cents);
  });
