import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, Stale } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { proseSchema } from '../kernel/text.ts';
import { standsIn } from './black-out.ts';
import { everywhere, type FileRule, fileRule, type Redaction } from './redaction.ts';

export const passagePathSchema = z.string().regex(/^[A-Za-z-]+(\.[A-Za-z0-9-]+){0,2}$/);
export const passageTextSchema = proseSchema(300).pipe(z.string().min(1));

/** So that the item stays small: sixty passages of 300 characters are 54 KB at most. */
const passageLimit = 60;

type By = { readonly by: string; readonly at: Date };
type Changed = { readonly redaction: Redaction; readonly events: readonly DomainEvent[] };
/** The version that was read: 0 while nothing is hidden. */
type Read = {
  readonly applicationId: string;
  readonly redaction: Redaction | undefined;
  readonly version: number;
};

/** A text of the application by its path, as it was sent. */
export type PlacedText = readonly [path: string, text: string];

/** Hides a passage in one field or everywhere. The words must stand there, or a slip would hide nothing unnoticed. */
export const hidePassage = (
  read: Read,
  { path, text }: { path: string; text: string },
  texts: readonly PlacedText[],
  by: By,
): Result<Changed, Stale | InvalidInput> => {
  const passages = read.redaction?.passages ?? [];
  const id = deriveId(read.applicationId, path, text);
  const wrong = (field: string, code: string) =>
    fail({ kind: 'invalid-input', fields: [{ path: field, code }] });
  if (passages.some((one) => one.id === id)) return ok(unchanged(read));
  const there = texts.filter(([where]) => path === everywhere || where === path);
  if (there.length === 0) return wrong('path', 'unknown-field');
  if (!there.some(([, words]) => standsIn(words, text))) return wrong('text', 'not-in-the-text');
  if (passages.length >= passageLimit) return wrong('text', 'too-many');
  return changed(read, 'text-hidden', { path, passageId: id }, by, {
    passages: [...passages, { id, path, text }],
  });
};

/** Takes one passage back: reviewers read it again. */
export const showPassage = (read: Read, passageId: string, by: By): Result<Changed, Stale> => {
  const passages = read.redaction?.passages ?? [];
  const gone = passages.find(({ id }) => id === passageId);
  if (!gone) return ok(unchanged(read));
  return changed(read, 'text-shown-again', { path: gone.path, passageId }, by, {
    passages: passages.filter(({ id }) => id !== passageId),
  });
};

/** Gives a file to reviewers although names are hidden, keeps it from them, or leaves it to the round. */
export const ruleFile = (
  read: Read,
  { attachmentId, rule }: { attachmentId: string; rule: FileRule },
  by: By,
): Result<Changed, Stale> => {
  if (fileRule(read.redaction, attachmentId) === rule) return ok(unchanged(read));
  const { [attachmentId]: _, ...others } = read.redaction?.files ?? {};
  const files = rule === 'as-the-round' ? others : { ...others, [attachmentId]: rule };
  return changed(read, 'file-ruled', { attachmentId, rule }, by, { files });
};

const nothing = (applicationId: string): Redaction => ({
  applicationId,
  version: 0,
  passages: [],
  files: {},
});

const unchanged = ({ applicationId, redaction }: Read): Changed => ({
  redaction: redaction ?? nothing(applicationId),
  events: [],
});

/** The next version with its event, which holds the field and never the words. */
const changed = (
  { applicationId, redaction = nothing(applicationId), version }: Read,
  type: string,
  data: DomainEvent['data'],
  { by, at }: By,
  set: Partial<Pick<Redaction, 'passages' | 'files'>>,
): Result<Changed, Stale> => {
  if (version !== redaction.version) return fail({ kind: 'stale', current: redaction.version });
  const next = { ...redaction, ...set, version: version + 1 };
  const event = {
    id: `${applicationId}/redaction/${next.version}`,
    subject: `application#${applicationId}`,
    type,
    at: at.toISOString(),
    by,
    data,
  };
  return ok({ redaction: next, events: [event] });
};
