import { fileRule, type Redaction, redacted } from '../reviews/redaction.ts';
import { sectionIds } from './application.ts';
import { neutralName } from './attachment.ts';
import type { Control } from './sections/field.ts';
import { type FormTerms, formOf } from './sections/forms.ts';
import type { SectionForm } from './sections/section-form.ts';
import type { Sight } from './sight.ts';
import { type Snapshot, withPeople } from './snapshot.ts';
import type { People } from './submission.ts';

type Reading = {
  /** Who stands behind the digests; whoever is not among them is left out, hidden or erased. */
  readonly people: People;
  readonly terms: FormTerms;
  readonly sight: Sight;
};

/** Where organisations are named; beside them the applicant's own name, the office's domain and files' names. */
export const organisationPaths = ['partners.partners.organisation', 'counterpart.office'] as const;

/**
 * A snapshot as one reader may read it, and the only way from a snapshot to a reader: people put back where they were,
 * what this reader may not see left out, what staff blacked out black.
 */
export const readSnapshot = (snapshot: Snapshot, { people, terms, sight }: Reading): Snapshot => {
  const { organisations, redaction } = sight;
  const write = (digest: string) => {
    const text = (sight.people && people[digest]?.text) || '';
    return sight.addresses || !text.includes('@') ? text : '';
  };
  const black = (path: string, text: string) => redacted(redaction, path, text);
  const sections = Object.fromEntries(
    sectionIds.map((id) => {
      const form = formOf(id, terms);
      const data = withPeople(form, snapshot.sections[id], write);
      return [id, mapTexts(form, data, (path, text) => shownText(`${id}.${path}`, text, sight))];
    }),
  ) as Snapshot['sections']; // `fromEntries` forgets which keys it was given.
  const { confirmation, signOff, ...rest } = snapshot;
  const { note } = confirmation ?? {};
  return {
    ...rest,
    organisation: organisations ? black('organisation', snapshot.organisation) : '',
    organisationId: organisations ? snapshot.organisationId : '',
    sections,
    attachments: snapshot.attachments.map((file, at) => {
      const name = shownName(file, at, sight);
      return name === '' ? { ...file, name, etag: '' } : { ...file, name };
    }),
    signOff: {
      ...signOff,
      name: black('signOff.name', write(signOff.name)),
      title: black('signOff.title', signOff.title),
    },
    ...(confirmation && {
      confirmation: {
        ...confirmation,
        domain: organisations ? black('confirmation.domain', confirmation.domain) : '',
        ...(note !== undefined && { note: black('confirmation.note', note) }),
      },
    }),
  };
};

/** The name under which this reader gets a file: empty where it is kept from them. */
export const shownName = (
  { id, name, type }: Pick<Snapshot['attachments'][number], 'id' | 'name' | 'type'>,
  at: number,
  { files, redaction }: Pick<Sight, 'files' | 'redaction'>,
): string => {
  const rule = fileRule(redaction, id);
  if (rule === 'withheld') return '';
  if (files === 'all') return redacted(redaction, 'attachments', name);
  return rule === 'released' ? neutralName(at, type) : '';
};

/** An application's title as this reader may read it: it stands in the head as well as in the text. */
export const shownTitle = (title: string, redaction: Redaction | undefined): string =>
  redacted(redaction, 'project.title', title);

const shownText = (path: string, text: string, { organisations, redaction }: Sight): string => {
  const names: readonly string[] = organisations ? [] : organisationPaths;
  return names.includes(path) ? '' : redacted(redaction, path, text);
};

/** Words someone typed; a choice, a day or an amount is no place for a name. */
const free: readonly Control[] = ['line', 'prose', 'email'];

/** Every free text of a section by its path: `field`, or `list.column` for each row of a list. */
export const mapTexts = (
  { fields, lists }: SectionForm,
  data: Snapshot['sections'][keyof Snapshot['sections']],
  write: (path: string, text: string) => string,
): Snapshot['sections'][keyof Snapshot['sections']] =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (typeof value === 'string') return [name, isFree(fields[name]) ? write(name, value) : value];
      const columns = lists[name]?.fields ?? {};
      const rows = value.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, text]) => [
            column,
            isFree(columns[column]) ? write(`${name}.${column}`, text) : text,
          ]),
        ),
      );
      return [name, rows];
    }),
  );

const isFree = (field: { control: Control } | undefined) => !field || free.includes(field.control);
