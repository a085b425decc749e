import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import type { NewToken } from '../kernel/link-token.ts';
import { type Application, receiptNumber, type SectionId, sectionIds } from './application.ts';
import { fileRoles } from './attachment.ts';
import { domainOf } from './confirmation.ts';
import type { Draft, Section } from './draft.ts';
import { sentOnPaperSchema } from './paper.ts';
import { goesAlong } from './sections/file-questions.ts';
import { type FormTerms, formOf } from './sections/forms.ts';
import { askedOnly, fitted, type SectionData, type SectionForm } from './sections/section-form.ts';
import type { People } from './submission.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Enough of a digest to tell one text from another, where nobody gains by making two alike. */
export const shortDigest = (text: string): string => sha256(text).slice(0, 12);

/** Lower-case hex SHA-256 of a snapshot's canonical JSON, as its receipt states it: anyone can compute it again. */
export const sha256OfSnapshot = (canonicalJson: string): string => sha256(canonicalJson);

/** RFC 8785. Throws on what is no JSON. */
export const canonicalJson = (value: unknown): string => {
  const json = canonicalize(value);
  if (json === undefined) throw new Error('Not representable as JSON');
  return json;
};

/** Sections whose text the authorised official signs; files and the counterpart's details may still follow. */
export const signedSections: readonly SectionId[] = sectionIds.filter(
  (id) => id !== 'attachments' && id !== 'counterpart',
);

/**
 * What a signature stands for: a digest of the signed sections' text. The same text always has the same digest, so
 * that saving a page without a change leaves a signature in force.
 */
export const textDigest = (sections: readonly Section[], terms: FormTerms): string =>
  sha256(
    canonicalJson(
      signedSections.map((id) => [
        id,
        signedText(formOf(id, terms), sections.find((section) => section.id === id)?.data ?? {}),
      ]),
    ),
  );

/** A form may come to ask more: a text without an answer to that stays the text that was signed. */
const signedText = (form: SectionForm, data: SectionData) => {
  const without = (columns: SectionForm['fields'], row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(row).filter(([name, text]) => !(columns[name]?.joinedLater && text === '')),
    );
  const all = askedOnly(form, fitted(form, data));
  const rows = Object.entries(form.lists).map(([name, { fields }]) => {
    const typed = all[name];
    return [name, typeof typed === 'object' ? typed.map((row) => without(fields, row)) : []] as const;
  });
  return { ...without(form.fields, all), ...Object.fromEntries(rows) };
};

/** What a submission holds. Texts are as typed; where a person is named stands a digest. */
export const snapshotSchema = z.object({
  number: z.string(),
  no: z.int().positive(),
  at: z.iso.datetime(),
  roundId: z.string(),
  roundVersion: z.int().positive(),
  organisationId: z.string(),
  organisation: z.string(),
  partnershipId: z.string(),
  pair: z.object({ us: z.string(), jp: z.string(), jpJa: z.string() }),
  sections: z.record(
    z.enum(sectionIds),
    z.record(z.string(), z.union([z.string(), z.array(z.record(z.string(), z.string()))])),
  ),
  attachments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      size: z.int(),
      etag: z.string(),
      questionId: z.string().exactOptional(),
      standsFor: z.enum(fileRoles).exactOptional(),
    }),
  ),
  signOff: z.object({
    name: z.string(),
    title: z.string(),
    /** When it was signed here; of a signature on paper, when staff recorded it. */
    at: z.iso.datetime(),
    digest: z.string(),
    /** The day beside a signature on paper. */
    signedOn: z.iso.date().exactOptional(),
  }),
  confirmation: z
    .object({
      status: z.string(),
      domain: z.string(),
      answeredAt: z.iso.datetime().exactOptional(),
      note: z.string().exactOptional(),
    })
    .exactOptional(),
  /** That it came on paper, and when; `at` is when staff had typed and sent it. */
  paper: sentOnPaperSchema.exactOptional(),
});
export type Snapshot = z.output<typeof snapshotSchema>;

type Of = {
  readonly draft: Draft;
  readonly round: FormTerms & { readonly id: string; readonly version: number };
  readonly organisation: string;
  readonly no: number;
  readonly at: Date;
  readonly newSalt: NewToken;
};

/** The snapshot of what is sent now, its canonical JSON, and the people it names, by digest. */
export const takeSnapshot = ({ draft, round, organisation, no, at, newSalt }: Of) => {
  const { application, signOff, confirmation } = draft;
  if (!signOff?.signed) throw new Error('Only a signed application is sent');
  const people: Record<string, People[string]> = {};
  const hide = (text: string) => {
    if (text.trim() === '') return '';
    const salt = newSalt();
    const digest = `sha256:${sha256(`${salt}\n${text}`)}`;
    people[digest] = { salt, text };
    return digest;
  };
  const { name, title, at: signedAt, digest, signedOn } = signOff.signed;
  const snapshot: Snapshot = {
    number: receiptNumber(application.id),
    no,
    at: at.toISOString(),
    ...identityOf(application),
    roundVersion: round.version,
    organisation,
    sections: sectionsOf(draft.sections, round, hide),
    attachments: filesOf(draft, round),
    signOff: { name: hide(name), title, at: signedAt, digest, ...(signedOn && { signedOn }) },
    ...(confirmation && {
      confirmation: {
        status: confirmation.status,
        domain: domainOf(confirmation.asked.email),
        ...(confirmation.answer && {
          answeredAt: confirmation.answer.at,
          note: confirmation.answer.note,
        }),
      },
    }),
    ...(application.paper && { paper: { receivedOn: application.paper.receivedOn } }),
  };
  const json = canonicalJson(snapshot);
  return { snapshot, json, sha256: sha256(json), people };
};

const filesOf = (
  { attachments, sections }: Draft,
  { extraQuestions }: FormTerms,
): Snapshot['attachments'] => {
  const answers = sections.find(({ id }) => id === 'questions')?.data ?? {};
  return attachments
    .filter(goesAlong(extraQuestions, answers))
    .flatMap(({ id, name, type, arrived, questionId, standsFor }) =>
      arrived
        ? [
            {
              ...{ id, name, type, size: arrived.size, etag: arrived.etag },
              ...(questionId && { questionId }),
              ...(standsFor && { standsFor }),
            },
          ]
        : [],
    );
};

const identityOf = ({ roundId, organisationId, partnershipId, pair }: Application) => ({
  roundId,
  organisationId,
  partnershipId,
  pair,
});

const sectionsOf = (sections: readonly Section[], terms: FormTerms, hide: (text: string) => string) =>
  Object.fromEntries(
    sectionIds.map((id) => {
      const form = formOf(id, terms);
      const typed = fitted(form, sections.find((one) => one.id === id)?.data ?? {});
      return [id, withPeople(form, askedOnly(form, typed), hide)];
    }),
  ) as Snapshot['sections']; // `fromEntries` forgets which keys it was given.

/** The data with every personal text replaced by what `write` makes of it. */
export const withPeople = (
  { fields, lists }: SectionForm,
  data: SectionData,
  write: (text: string) => string,
): Record<string, string | Record<string, string>[]> => {
  const row = (columns: SectionForm['fields'], of: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, { personal }]) => {
        const text = String(of[name] ?? '');
        return [name, personal ? write(text) : text];
      }),
    );
  const rows = Object.entries(lists).map(([name, { fields: columns }]) => {
    const typed = data[name];
    return [name, typeof typed === 'object' ? typed.map((one) => row(columns, one)) : []] as const;
  });
  return { ...row(fields, data), ...Object.fromEntries(rows) };
};
