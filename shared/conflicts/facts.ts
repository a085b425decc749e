import * as z from 'zod';
import { hashToken } from '../kernel/link-token.ts';
import { foldKanji } from '../reference/fold-kanji.ts';
import { nameKeys, organisationKey } from './fold-name.ts';

/**
 * What conflicts are computed from, taken at submission and kept on the application's head, so that a whole round is
 * judged without further reads. Names stand in it as digests only, for comparing; it is shown to nobody.
 */
export const factsSchema = z.object({
  /** The state's abbreviation and the prefecture's name. */
  us: z.string(),
  jp: z.string(),
  /** Eight characters for each organisation, the applicant's own first. */
  orgs: z.string(),
  /** A letter for the part and eight characters for each person, salted with the application's id. */
  people: z.string(),
  /** JETAA chapters among the partners. */
  chapters: z.array(z.string()).exactOptional(),
});
export type Facts = z.output<typeof factsSchema>;

const length = 8;
const digest = (text: string) =>
  Buffer.from(hashToken('conflict', text), 'hex').toString('base64url').slice(0, length);

const ofOrganisation = (name: string) => digest(`organisation:${organisationKey(name)}`);

/** An organisation's name as an application notes it: 學會 is 学会. */
export const organisationDigest = (name: string): string => ofOrganisation(foldKanji(name));

/** What it is compared by: as it is noted, and as it was before kanji were folded. */
export const organisationDigests = (name: string): readonly string[] => [
  organisationDigest(name),
  ofOrganisation(name),
];

/** Which part a person has in an application. */
export const parts = { official: 'o', contact: 'c', delegate: 'd' } as const;
export type Part = keyof typeof parts;
export const partNames = ['official', 'contact', 'delegate'] as const satisfies readonly Part[];

type Known = { readonly names: readonly string[]; readonly addressHashes: readonly string[] };

export const addressKeys = (hashes: readonly string[]): readonly string[] => hashes.map((hash) => `@${hash}`);

/** What one person is recognised by: each address and each way their name is written. */
const personKeys = ({ names, addressHashes }: Known): readonly string[] => [
  ...new Set([...addressKeys(addressHashes), ...names.flatMap(nameKeys)]),
];

/** Their digests for comparing within one application. */
export const digestsIn = (applicationId: string, keys: readonly string[]): readonly string[] =>
  keys.map((key) => digest(`person:${applicationId}:${key}`));

export const personDigests = (applicationId: string, known: Known): readonly string[] =>
  digestsIn(applicationId, personKeys(known));

const cut = (text: string, size: number) => text.match(new RegExp(`.{${size}}`, 'gs')) ?? [];

/** The applicant's digest and the partners'. */
export const organisationsIn = ({ orgs }: Facts) => {
  const [applicant, ...partners] = cut(orgs, length);
  return { applicant, partners };
};

/** Which parts people with these digests have in the application. */
export const partsOf = ({ people }: Facts, digests: readonly string[]): readonly Part[] => {
  const letters = cut(people, length + 1).flatMap((one) => (digests.includes(one.slice(1)) ? [one[0]] : []));
  return partNames.filter((part) => letters.includes(parts[part]));
};
