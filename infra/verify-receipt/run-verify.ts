import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Claimed, type Verified, verifySnapshot } from '../../shared/applications/verify-snapshot.ts';
import { UsageProblem } from '../command/input-error.ts';
import { readArguments } from './arguments.ts';

export type Outcome = { readonly exitCode: 0 | 1 | 2; readonly text: string };

const claimedSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/i),
  number: z.string().exactOptional(),
  no: z.int().exactOptional(),
  at: z.string().exactOptional(),
});
/** The API's answer of a receipt: the snapshot stands in it as the text that was hashed. */
const sheetSchema = claimedSchema.extend({ snapshot: z.string() });

/** Reads the files and says whether the snapshot is what the receipt states. Throws a `UsageProblem` on what it cannot read. */
export const runVerify = (args: readonly string[]): Outcome => {
  const { file, sha256, receipt } = readArguments(args);
  const given = jsonOf(file);
  const sheet = sheetSchema.safeParse(given);
  const snapshot = sheet.success ? parsed(file, sheet.data.snapshot) : given;
  const claimed = sha256 ? { sha256 } : receipt ? receiptIn(receipt) : sheet.data;
  return told(verified(file, snapshot, claimed), claimed);
};

const verified = (file: string, snapshot: unknown, claimed: Claimed | undefined): Verified => {
  try {
    return verifySnapshot(snapshot, claimed);
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new UsageProblem(`${file} is not what was sent with an application`);
    throw error;
  }
};

const told = ({ sha256, matches, snapshot, people }: Verified, claimed: Claimed | undefined): Outcome => {
  const { number, no, at, organisation } = snapshot;
  const facts = [
    `Application  ${number}, submission ${no}, of ${organisation}`,
    `Received     ${at}`,
    `SHA-256      ${sha256}`,
    `People       ${people} personal details, each as a salted digest: the file names nobody`,
  ];
  if (matches) return { exitCode: 0, text: ['MATCHES the receipt.', ...facts].join('\n') };
  if (matches === undefined)
    return {
      exitCode: 2,
      text: [...facts, 'Compare this SHA-256 with the receipt’s, or say --sha256 or --receipt.'].join('\n'),
    };
  const said = [claimed?.number, claimed?.no && `submission ${claimed.no}`, claimed?.at, claimed?.sha256];
  return {
    exitCode: 1,
    text: ['DOES NOT MATCH the receipt.', ...facts, `Receipt says ${said.filter(Boolean).join(', ')}`].join(
      '\n',
    ),
  };
};

const receiptIn = (file: string): Claimed => {
  const read = claimedSchema.safeParse(jsonOf(file));
  if (!read.success) throw new UsageProblem(`${file} is no receipt: it lacks its SHA-256`);
  return read.data;
};

const jsonOf = (file: string): unknown => {
  try {
    return parsed(file, readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    throw new UsageProblem(`${file} cannot be read`);
  }
};

const parsed = (file: string, text: string): unknown => {
  try {
    // A byte order mark is the editor's, and no part of what was sent.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageProblem(`${file} is no JSON`);
  }
};
