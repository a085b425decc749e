import { sectionIds } from './application.ts';
import { type FormTerms, formOf } from './sections/forms.ts';
import { type Snapshot, withPeople } from './snapshot.ts';
import type { People } from './submission.ts';

type Reading = {
  /** Who stands behind the digests; whoever is not among them is left out, hidden or erased. */
  readonly people: People;
  readonly terms: FormTerms;
  readonly organisation: 'shown' | 'hidden';
};

const organisationFields = { partners: ['organisation'], counterpart: ['office'] } as const;

/** A snapshot as it is read: people put back where they were; where names are hidden, organisations left out too. */
export const readSnapshot = (snapshot: Snapshot, { people, terms, organisation }: Reading): Snapshot => {
  const shown = organisation === 'shown';
  const write = (digest: string) => people[digest]?.text ?? '';
  const sections = Object.fromEntries(
    sectionIds.map((id) => {
      const data = withPeople(formOf(id, terms), snapshot.sections[id], write);
      return [id, shown ? data : withoutOrganisations(id, data)];
    }),
  ) as Snapshot['sections']; // `fromEntries` forgets which keys it was given.
  const { confirmation, ...rest } = snapshot;
  return {
    ...rest,
    organisation: shown ? snapshot.organisation : '',
    organisationId: shown ? snapshot.organisationId : '',
    sections,
    // A file may name anyone on its first page.
    attachments: shown ? snapshot.attachments : [],
    signOff: { ...snapshot.signOff, name: write(snapshot.signOff.name) },
    ...(confirmation && { confirmation: shown ? confirmation : { ...confirmation, domain: '' } }),
  };
};

type Data = Snapshot['sections']['partners'];

const withoutOrganisations = (id: string, data: Data): Data => {
  const fields: readonly string[] = id === 'partners' || id === 'counterpart' ? organisationFields[id] : [];
  const blank = (row: Record<string, string>) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, fields.includes(name) ? '' : text]));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value.map(blank)];
      return [name, fields.includes(name) ? '' : value];
    }),
  );
};
