import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import { lineSchema } from '../kernel/text.ts';
import { type Organisation, organisationKinds } from './partnership.ts';

/** An employer identification number as the IRS writes it: two digits, a hyphen, seven. The hyphen may be left out. */
const einSchema = z
  .string()
  .transform((typed) => typed.normalize('NFKC').replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{9}$/))
  .transform((digits) => `${digits.slice(0, 2)}-${digits.slice(2)}`);

/** What a person says of their organisation. */
export const organisationTermsSchema = z.strictObject({
  legalName: lineSchema(200).pipe(z.string().min(1)),
  kind: z.enum(organisationKinds),
  ein: einSchema.optional(),
});
export type OrganisationTerms = z.output<typeof organisationTermsSchema>;

export type OrganisationChange = {
  readonly organisation: Organisation;
  readonly events: readonly DomainEvent[];
};

/** A first version, with the person who makes it as its owner. */
export const foundOrganisation = (
  { legalName, kind, ein }: OrganisationTerms,
  { id, by, now }: { id: string; by: string; now: Date },
): OrganisationChange => {
  const at = now.toISOString();
  const subject = `organisation#${id}`;
  return {
    organisation: { id, version: 1, legalName, kind, ...(ein && { ein }), createdAt: at },
    events: [
      { id: `${id}/organisation-created`, subject, type: 'organisation-created', at, by, data: {} },
      { id: `${id}/member-joined/${by}`, subject, type: 'member-joined', at, by, data: { personId: by } },
    ],
  };
};
