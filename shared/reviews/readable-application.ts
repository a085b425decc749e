import { sectionIds } from '../applications/application.ts';
import { organisationPaths, readSnapshot } from '../applications/read-snapshot.ts';
import { type FormTerms, formOf } from '../applications/sections/forms.ts';
import type { Sight } from '../applications/sight.ts';
import { type Snapshot, snapshotSchema } from '../applications/snapshot.ts';
import type { People, Submission } from '../applications/submission.ts';

/** A file as its reader gets it. Its name is empty where it is kept from them. */
export type ReadableFile = Omit<Snapshot['attachments'][number], 'etag'>;

/** A submission as someone may read it. What is left out is empty, and its path stands in `hidden`. */
export type ReadableApplication = Pick<
  Snapshot,
  'number' | 'no' | 'at' | 'organisation' | 'pair' | 'sections' | 'paper'
> & {
  readonly attachments: readonly ReadableFile[];
  readonly signOff: Pick<Snapshot['signOff'], 'name' | 'title' | 'at' | 'signedOn'>;
  readonly confirmation?: Snapshot['confirmation'] | undefined;
  /** `section.field` or `section.list.field`; `organisation` and `attachments` for the applicant's and files' names. */
  readonly hidden: readonly string[];
  /** Whether staff blacked out passages for this reader: `blackMark` stands where they were. */
  readonly redacted: boolean;
};

/** The stored canonical JSON, read by one kind of reader. Free texts stay as written, but for what staff blacked out. */
export const readableApplication = (
  submission: Pick<Submission, 'snapshot'>,
  terms: FormTerms,
  sight: Sight,
  people: People = {},
): ReadableApplication => {
  const snapshot = snapshotSchema.parse(JSON.parse(submission.snapshot));
  const read = readSnapshot(snapshot, { people, terms, sight });
  const hidden = [
    ...personalPaths(terms)
      .filter(({ isAddress }) => !sight.people || (isAddress && !sight.addresses))
      .map(({ path }) => path),
    ...(sight.organisations ? [] : ['organisation', ...organisationPaths]),
    ...(sight.files === 'all' ? [] : ['attachments']),
  ];
  const { number, no, at, pair, organisation, attachments, sections, signOff, confirmation, paper } = read;
  return {
    number,
    no,
    at,
    pair,
    organisation,
    sections,
    attachments: attachments.map(({ etag: _, ...file }) => file),
    signOff: {
      name: signOff.name,
      title: signOff.title,
      at: signOff.at,
      ...(signOff.signedOn && { signedOn: signOff.signedOn }),
    },
    ...(confirmation && { confirmation }),
    ...(paper && { paper }),
    hidden,
    redacted: (sight.redaction?.passages.length ?? 0) > 0,
  };
};

const personalPaths = (terms: FormTerms) =>
  sectionIds.flatMap((id) => {
    const { fields, lists } = formOf(id, terms);
    const inList = Object.entries(lists).flatMap(([list, { fields: columns }]) =>
      Object.entries(columns).map(([name, field]) => ({ path: `${id}.${list}.${name}`, field })),
    );
    const alone = Object.entries(fields).map(([name, field]) => ({ path: `${id}.${name}`, field }));
    return [...alone, ...inList]
      .filter(({ field }) => field.personal)
      .map(({ path, field }) => ({ path, isAddress: field.control === 'email' }));
  });
