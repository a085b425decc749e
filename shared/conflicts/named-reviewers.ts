import * as z from 'zod';
import { addressSchema } from '../accounts/account.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import type { Whose } from '../kernel/personal-data.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema, proseSchema } from '../kernel/text.ts';
import { nameKeys } from './fold-name.ts';

/** Someone whom an applicant asks to keep away from its application. By name, by address, or by both. */
export const namedPersonSchema = z
  .strictObject({
    name: lineSchema(120).default(''),
    email: z.union([z.literal(''), addressSchema]).default(''),
    affiliation: lineSchema(160).default(''),
    reason: proseSchema(500).pipe(z.string().min(1)),
  })
  .refine(({ name, email }) => name !== '' || email !== '', { error: 'required', path: ['name'] });
export type NamedPerson = z.output<typeof namedPersonSchema>;

export const maxNamed = 10;
export const namedPeopleSchema = z.array(namedPersonSchema).max(maxNamed);

/**
 * Beside the application and never in its snapshot: it names people, who can have it erased, and it is the applicant's
 * and staff's alone.
 */
export const namedReviewersSchema = z.object({
  applicationId: idSchema,
  roundId: idSchema,
  version: z.int().positive(),
  at: z.iso.datetime(),
  by: idSchema,
  people: namedPeopleSchema,
});
export type NamedReviewers = z.output<typeof namedReviewersSchema>;
export type NamedReviewersChange = {
  readonly named: NamedReviewers;
  readonly events: readonly DomainEvent[];
};

type Said = Pick<NamedReviewers, 'applicationId' | 'roundId' | 'people' | 'by'> & {
  readonly version: number;
};

/** The list's next version, from the one that was read. The event tells how many, and nobody's name. */
export const nameReviewers = (
  earlier: NamedReviewers | undefined,
  { version, ...said }: Said,
  now: Date,
): Result<NamedReviewersChange, Stale> => {
  const current = earlier?.version ?? 0;
  if (version !== current) return fail({ kind: 'stale', current });
  const at = now.toISOString();
  const named = { ...said, version: current + 1, at };
  const event = {
    id: `${said.applicationId}/reviewers-named/${named.version}`,
    subject: `application#${said.applicationId}`,
    type: 'reviewers-named',
    at,
    by: said.by,
    data: { count: said.people.length },
  };
  return ok({ named, events: [event] });
};

/** The list without whoever has had themselves erased; undefined where they do not stand in it. */
export const eraseNamed = (
  named: NamedReviewers,
  { addresses, names: own }: Whose,
  now: Date,
): NamedReviewersChange | undefined => {
  const names = own.filter((name) => name !== '');
  const theirs = new Set(names.flatMap(nameKeys));
  const people = named.people.filter(
    ({ email, name }) =>
      !addresses.includes(email) && !names.includes(name) && !nameKeys(name).some((key) => theirs.has(key)),
  );
  if (people.length === named.people.length) return undefined;
  const version = named.version + 1;
  const event = {
    id: `${named.applicationId}/reviewers-named/${version}`,
    subject: `application#${named.applicationId}`,
    type: 'named-reviewer-erased',
    at: now.toISOString(),
    by: 'system:erasure',
    data: { count: people.length },
  };
  return { named: { ...named, version, people }, events: [event] };
};
