import * as z from 'zod';
import rows from './jetaa-chapters.json' with { type: 'json' };

/** A chapter of the JET Alumni Association in the United States; `historic` ones are no more, and count still. */
export type JetaaChapter = {
  readonly id: string;
  readonly name: string;
  readonly status: 'chapter' | 'sub-chapter' | 'historic';
};

const rowSchema = z
  .tuple([z.string(), z.string(), z.enum(['chapter', 'sub-chapter', 'historic'])])
  .transform(([id, name, status]): JetaaChapter => ({ id, name, status }));

export const jetaaChapters: readonly JetaaChapter[] = z.array(rowSchema).parse(rows);

export const jetaaChapterSchema = z.enum(jetaaChapters.map(({ id }) => id));

const byId = new Map(jetaaChapters.map((one) => [one.id, one]));

export const jetaaChapter = (id: string): JetaaChapter | undefined => byId.get(id);
