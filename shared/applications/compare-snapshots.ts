import { type SectionId, sectionIds } from './application.ts';
import { type RowChange, rowChanges } from './row-changes.ts';
import type { Control } from './sections/field.ts';
import { type FormTerms, formOf } from './sections/forms.ts';
import { type SectionForm, textOf } from './sections/section-form.ts';
import { rowsOf } from './sections/typed-rows.ts';
import type { Snapshot } from './snapshot.ts';
import { type Part, wordChanges } from './word-changes.ts';

/** What is compared of a version, as one reader may read it. */
export type Version = Pick<Snapshot, 'sections' | 'attachments'> &
  Partial<Pick<Snapshot, 'organisation' | 'signOff' | 'confirmation'>>;

/** One answer in two versions; `parts` word by word where people wrote it, empty where they chose or counted. */
export type AnswerChange = {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly parts: readonly Part[];
};

/** A row of a list: which answers of it differ, all of them where the row is new or gone. */
export type ListChange = {
  readonly list: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Its place in the later version, in the earlier one where it is gone; from zero. */
  readonly at: number;
  readonly answers: readonly AnswerChange[];
};

export type SectionChange = {
  readonly section: SectionId;
  readonly answers: readonly AnswerChange[];
  readonly rows: readonly ListChange[];
};
type File = Pick<Snapshot['attachments'][number], 'id' | 'name' | 'size'>;
export type FileChange = { readonly kind: ListChange['kind']; readonly file: File };

export type Changes = {
  readonly sections: readonly SectionChange[];
  readonly files: readonly FileChange[];
  /** `organisation`, `signOff.name`, `confirmation.status` … */
  readonly others: readonly AnswerChange[];
};

const written: readonly Control[] = ['line', 'prose', 'email'];
type Fields = SectionForm['fields'];
type Data = Snapshot['sections'][SectionId];

/** What differs between two versions, field by field. Nothing is left out, and nothing that is the same is listed. */
export const compareSnapshots = (before: Version, after: Version, terms: FormTerms): Changes => ({
  sections: sectionIds.flatMap((section) => {
    const form = formOf(section, terms);
    const [was, is] = [before.sections[section], after.sections[section]];
    const answers = answersOf(form.fields, (name) => [textOf(was, name), textOf(is, name)]);
    const rows = Object.entries(form.lists).flatMap(([list, { fields }]) =>
      rowsChanged(list, fields, was, is),
    );
    return answers.length + rows.length > 0 ? [{ section, answers, rows }] : [];
  }),
  files: filesChanged(before.attachments, after.attachments),
  others: othersChanged(before, after),
});

const answerChange = (path: string, before: string, after: string, isText: boolean): AnswerChange => ({
  path,
  before,
  after,
  parts: isText ? wordChanges(before, after) : [],
});

const answersOf = (fields: Fields, both: (name: string) => readonly [string, string], prefix = '') =>
  Object.entries(fields).flatMap(([name, { control }]) => {
    const [before, after] = both(name);
    return before === after
      ? []
      : [answerChange(`${prefix}${name}`, before, after, written.includes(control))];
  });

const rowsChanged = (list: string, fields: Fields, was: Data, is: Data): readonly ListChange[] => {
  const [before, after] = [rowsOf(was, list), rowsOf(is, list)].map((rows) => rows.map(({ row }) => row));
  return rowChanges(before ?? [], after ?? []).map((change) => {
    const at = placeOf(change, before ?? [], after ?? []);
    const answers = answersOf(
      fields,
      (name) => [change.before?.[name] ?? '', change.after?.[name] ?? ''],
      `${list}.${at}.`,
    );
    return { list, kind: kindOf(change), at, answers };
  });
};

const kindOf = ({ before, after }: RowChange<unknown>) =>
  before ? (after ? 'changed' : 'removed') : 'added';

const placeOf = <One>(change: RowChange<One>, before: readonly One[], after: readonly One[]) =>
  change.after ? after.indexOf(change.after) : change.before ? before.indexOf(change.before) : 0;

const filesChanged = (
  before: Version['attachments'],
  after: Version['attachments'],
): readonly FileChange[] => {
  const file = ({ id, name, size }: File) => ({ id, name, size });
  const earlier = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...before.filter(({ id }) => !kept.has(id)).map((one) => ({ kind: 'removed' as const, file: file(one) })),
    ...after.flatMap((one): FileChange[] => {
      const was = earlier.get(one.id);
      if (!was) return [{ kind: 'added', file: file(one) }];
      // What is only written yet has no digest of its files: a place is filled once, so that its id says as much.
      const isSame = was.name === one.name && (was.etag === one.etag || was.etag === '' || one.etag === '');
      return isSame ? [] : [{ kind: 'changed', file: file(one) }];
    }),
  ];
};

const othersChanged = (before: Version, after: Version): readonly AnswerChange[] => {
  // Nobody has signed what is only written yet: beside it there is nothing to compare.
  if (!before.signOff || !after.signOff) return [];
  const of = ({ organisation, signOff, confirmation }: Version): Readonly<Record<string, string>> => ({
    organisation: organisation ?? '',
    'signOff.name': signOff?.name ?? '',
    'signOff.title': signOff?.title ?? '',
    'confirmation.status': confirmation?.status ?? '',
    'confirmation.note': confirmation?.note ?? '',
  });
  const [was, is] = [of(before), of(after)];
  return Object.keys(is).flatMap((path) => {
    const [earlier, later] = [was[path] ?? '', is[path] ?? ''];
    return earlier === later ? [] : [answerChange(path, earlier, later, path !== 'confirmation.status')];
  });
};
