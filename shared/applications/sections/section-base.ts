import * as z from 'zod';
import { shortDigest } from '../snapshot.ts';
import { cleanText } from './clean-text.ts';
import type { SectionData } from './section-form.ts';
import { rowsOf } from './typed-rows.ts';

/**
 * What someone began from: a section's data with a short digest in place of each text, empty for an empty one. A form
 * carries it along, so that two editors' changes can be told apart without keeping every version.
 */
export type SectionBase = SectionData;

/** By what two texts are held to be the same: how lines are broken and what surrounds them does not count. */
export const markOf = (text: string): string => {
  const kept = cleanText(text).trim();
  return kept === '' ? '' : shortDigest(kept);
};

export const baseOf = (data: SectionData): SectionBase => {
  const marks = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, markOf(text)]));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) =>
      typeof value === 'string'
        ? [name, markOf(value)]
        : [name, rowsOf(data, name).map(({ row }) => marks(row))],
    ),
  );
};

const rowSchema = z.record(z.string().max(64), z.string().max(64)).readonly();
const baseSchema = z.record(
  z.string().max(64),
  z.union([z.string().max(64), z.array(rowSchema).max(200).readonly()]),
);

/** As a hidden field holds it. */
export const writtenBase = (data: SectionData): string => JSON.stringify(baseOf(data));

/** What a hidden field held; undefined where that is none of ours, and then nothing is known. */
export const readBase = (written: string): SectionBase | undefined => {
  try {
    return baseSchema.safeParse(JSON.parse(written)).data;
  } catch {
    return undefined;
  }
};
