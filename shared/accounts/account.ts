import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, Stale } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { hashToken } from '../kernel/link-token.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { type Language, lineSchema } from '../kernel/text.ts';

export const languageSchema = z.enum(['en', 'ja']);

/** One per person. The first address is the person's own datum: it never stands in a key or an event. */
export const accountSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  email: z.email(),
  /** As they wish to be addressed; empty until they say. */
  name: z.string().max(120),
  /** In which they read our mail. */
  language: languageSchema,
  createdAt: z.iso.datetime(),
  /** Further addresses that lead here, each proven by a link that was mailed to it. */
  addresses: z.array(z.email()).exactOptional(),
  /** What it was called, and until when: conflicts of interest are looked for under it too. Nobody writes it. */
  formerNames: z.array(z.object({ name: z.string(), until: z.iso.datetime() })).exactOptional(),
  /** Accounts that were merged into this one. */
  formerly: z.array(idSchema).exactOptional(),
  /** The account that this one was merged into. It signs nobody in any more, and what is kept under it stays. */
  mergedInto: idSchema.exactOptional(),
  /** Why staff merged it; absent where the person did it themselves. */
  mergeReason: z.string().exactOptional(),
  /** From then on it is nobody's: nobody finds it, and what is kept of its person is erased step by step. */
  deletedAt: z.iso.datetime().exactOptional(),
});
export type Account = z.output<typeof accountSchema>;
export type AccountChange = { readonly account: Account; readonly events: readonly DomainEvent[] };

/** What people say of themselves. */
export const accountDetailsSchema = z.strictObject({ name: lineSchema(120), language: languageSchema });
export type AccountDetails = z.output<typeof accountDetailsSchema>;

/** Lower case and NFKC; nothing is stripped from the local part, for `a+b` may be another person. */
export const normaliseAddress = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** An address as a person types it, normalised; 254 characters at most. */
export const addressSchema = z.string().max(254).transform(normaliseAddress).pipe(z.email());

/** The only form of an address that may stand in a key. */
export const addressHash = (email: string): string => hashToken('address', normaliseAddress(email));

/**
 * What an address is compared by where two people may be one, as conflicts are: itself, and what is left without a
 * `+tag`, under which many providers deliver to the same person. For comparing only: who signs in, gets mail or has an
 * account of their own is told by the whole address.
 */
export const comparableHashes = (email: string): readonly string[] => {
  const untagged = normaliseAddress(email).replace(/^([^+@]+)\+[^@]*@/, '$1@');
  return [...new Set([addressHash(email), addressHash(untagged)])];
};

type Opening = { id: string; email: string; language: Language; by: string; at: Date };

/** A new account, without a name: nobody but the person says what they are called. */
export const openAccount = ({ id, email, language, by, at }: Opening): AccountChange => {
  const createdAt = at.toISOString();
  const account = { id, version: 1, email: normaliseAddress(email), name: '', language, createdAt };
  return { account, events: [accountEvent(account, 'account-opened', by, at)] };
};

/** As many as a person may have gone by; none makes room for another, or it could be pushed out. */
export const maxFormerNames = 20;

/** The names that are kept once it is called otherwise; of one given up twice, the last time. */
const formerNames = ({ name, formerNames = [] }: Account, next: string, at: Date) =>
  name === '' || name === next
    ? formerNames
    : [...formerNames.filter((one) => one.name !== name), { name, until: at.toISOString() }];

/** Refuses details written against an older version, and a name more than can be kept. */
export const editAccount = (
  account: Account,
  { version, ...details }: AccountDetails & { version: number },
  at: Date,
): Result<AccountChange, Stale | InvalidInput> => {
  if (version !== account.version) return fail({ kind: 'stale', current: account.version });
  const kept = formerNames(account, details.name, at);
  if (kept.length > maxFormerNames)
    return fail({ kind: 'invalid-input', fields: [{ path: 'name', code: 'too-many-names' }] });
  const edited = {
    ...account,
    ...details,
    version: account.version + 1,
    ...(kept.length > 0 && { formerNames: kept }),
  };
  return ok({ account: edited, events: [accountEvent(edited, 'account-edited', account.id, at)] });
};

/** One more address that leads to the account. The event does not say which. */
export const takeAddress = (account: Account, email: string, at: Date): AccountChange => {
  const addresses = addressesOf(account, [email]);
  const changed = { ...account, addresses, version: account.version + 1 };
  return { account: changed, events: [accountEvent(changed, 'address-added', account.id, at)] };
};

/** Further addresses once each, without the one that the account began with. */
export const addressesOf = (
  { email, addresses = [] }: Account,
  more: readonly string[],
): NonNullable<Account['addresses']> => [...new Set([...addresses, ...more])].filter((one) => one !== email);

const accountEvent = ({ id, version }: Account, type: string, by: string, at: Date): DomainEvent => ({
  id: `${id}/${type}/${version}`,
  subject: `person#${id}`,
  type,
  at: at.toISOString(),
  by,
  data: {},
});
