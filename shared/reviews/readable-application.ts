import { type SectionId, sectionIds } from '../applications/application.ts';
import { type FormTerms, formOf } from '../applications/sections/forms.ts';
import { type Snapshot, snapshotSchema, withPeople } from '../applications/snapshot.ts';
import type { People, Submission } from '../applications/submission.ts';

/** What is shown of people in a submission; their details stand beside it and can be erased. */
export type Reading = {
  /** Who stands behind the digests; without them every personal answer is left out. */
  readonly people?: People | undefined;
  /** E-mail addresses among them. Nobody needs one to score. */
  readonly addresses: boolean;
  /** The applicant's name and those of its partners and of the office in Japan. */
  readonly organisations: boolean;
};

/** A submission as someone may read it. What is left out is empty, and its path stands in `hidden`. */
export type ReadableApplication = Pick<
  Snapshot,
  'number' | 'no' | 'at' | 'organisation' | 'pair' | 'sections'
> & {
  readonly attachments: readonly Pick<Snapshot['attachments'][number], 'id' | 'name' | 'type' | 'size'>[];
  readonly signOff: { readonly name: string; readonly title: string; readonly at: string };
  readonly confirmation?: Snapshot['confirmation'] | undefined;
  /** `section.field` or `section.list.field`; `organisation` and `attachments` for the applicant's and files' names. */
  readonly hidden: readonly string[];
};

const organisationFields = ['partners.partners.organisation', 'counterpart.office'] as const;

/** The stored canonical JSON, read for one kind of reader. Free texts stay as written: they may name whom they like. */
export const readableApplication = (
  submission: Pick<Submission, 'snapshot'>,
  terms: FormTerms,
  reading: Reading,
): ReadableApplication => {
  const snapshot = snapshotSchema.parse(JSON.parse(submission.snapshot));
  const { organisations, addresses, people } = reading;
  const reveal = (digest: string) => {
    const text = people?.[digest]?.text ?? '';
    return addresses || !text.includes('@') ? text : '';
  };
  const hidden = [
    ...personalPaths(terms)
      .filter(({ isAddress }) => !people || (isAddress && !addresses))
      .map(({ path }) => path),
    ...(organisations ? [] : ['organisation', 'attachments', ...organisationFields]),
  ];
  const sections = Object.fromEntries(
    sectionIds.map((id) => [id, sectionOf(id, snapshot, terms, { reveal, hidden })]),
  ) as Snapshot['sections']; // `fromEntries` forgets which keys it was given.
  const { number, no, at, pair, organisation, attachments, signOff, confirmation } = snapshot;
  return {
    number,
    no,
    at,
    pair,
    organisation: organisations ? organisation : '',
    sections,
    attachments: attachments.map(({ id, name, type, size }) => ({
      id,
      name: organisations ? name : '',
      type,
      size,
    })),
    signOff: { name: reveal(signOff.name), title: signOff.title, at: signOff.at },
    // The office's domain names it as its letterhead would.
    ...(confirmation && { confirmation: organisations ? confirmation : { ...confirmation, domain: '' } }),
    hidden,
  };
};

const sectionOf = (
  id: SectionId,
  { sections }: Snapshot,
  terms: FormTerms,
  { reveal, hidden }: { reveal: (digest: string) => string; hidden: readonly string[] },
): Snapshot['sections'][SectionId] => {
  const data = withPeople(formOf(id, terms), sections[id], reveal);
  const blank = (path: string, text: string) => (hidden.includes(`${id}.${path}`) ? '' : text);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? blank(name, value)
        : value.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([column, text]) => [column, blank(`${name}.${column}`, text)]),
            ),
          ),
    ]),
  );
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
