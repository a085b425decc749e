import { canonicalJson, type Snapshot, sha256OfSnapshot, snapshotSchema } from './snapshot.ts';
import type { Receipt } from './submission.ts';

/** What one may hold a snapshot against: a whole receipt, or only the SHA-256 that it states. */
export type Claimed = Pick<Receipt, 'sha256'> & Partial<Omit<Receipt, 'sha256'>>;

export type Verified = {
  /** Of what was read, written canonically: spaces, line ends and the order of names do not count. */
  readonly sha256: string;
  /** Undefined where there is nothing to compare it with. */
  readonly matches: boolean | undefined;
  readonly snapshot: Pick<Snapshot, 'number' | 'no' | 'at' | 'organisation'>;
  /** How many personal details stand in it as digests. */
  readonly people: number;
};

const isDigest = (text: string) => /^sha256:[0-9a-f]{64}$/.test(text);

/** The digests that stand for people in a snapshot, each once: what is left of them when they have been erased. */
export const digestsIn = (value: unknown): ReadonlySet<string> => {
  if (typeof value === 'string') return new Set(isDigest(value) ? [value] : []);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((one) => [...digestsIn(one)]));
};

/**
 * Whether a snapshot, read from any file that holds its JSON, is what a receipt states: SHA-256 of its canonical JSON
 * (RFC 8785), and number, submission and instant where the receipt has them. Throws on what is no snapshot.
 */
export const verifySnapshot = (json: unknown, claimed?: Claimed): Verified => {
  const { number, no, at, organisation } = snapshotSchema.parse(json);
  const sha256 = sha256OfSnapshot(canonicalJson(json));
  const says = { sha256, number, no, at };
  const matches =
    claimed &&
    says.sha256 === claimed.sha256.toLowerCase() &&
    (['number', 'no', 'at'] as const).every(
      (name) => claimed[name] === undefined || claimed[name] === says[name],
    );
  return { sha256, matches, snapshot: { number, no, at, organisation }, people: digestsIn(json).size };
};
