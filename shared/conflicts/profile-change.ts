import { canonicalJson } from '../applications/snapshot.ts';
import type { FieldProblem, InvalidInput, Stale } from '../kernel/failure.ts';
import { fail, type Result } from '../kernel/result.ts';
import { exactly } from './former-facts.ts';
import { jetYearOf, jetYears } from './jet-years.ts';
import {
  maxFormer,
  nothingWritten,
  type PersonProfile,
  type ProfileChange,
  type Written,
  writeProfile,
} from './person-profile.ts';
import type { Placement } from './placement.ts';
import { rememberFacts } from './remember-facts.ts';

export type ProfileWriting = {
  readonly personId: string;
  /** The one its writer had read; 0 where there was none. */
  readonly version: number;
  /** The whole of it: what is left out is removed. */
  readonly written: Written;
};

/** What a profile says, to write it with a part of it changed. */
export const writtenOf = (profile: PersonProfile | undefined): Written => {
  if (!profile) return nothingWritten;
  const { personId: _p, version: _v, savedAt: _s, formerly: _f, ...written } = profile;
  return written;
};

/** The same words sent again, as by a second click: they stand already, and nothing is to be written. */
export const isWritten = (
  earlier: PersonProfile | undefined,
  { version, written }: ProfileWriting,
): earlier is PersonProfile =>
  earlier?.version === version + 1 && canonicalJson(writtenOf(earlier)) === canonicalJson(written);

/**
 * The profile's next version from the one that stands, and its event. What it says no longer is kept beside it, and
 * counts for conflicts until staff have settled it. Refused by field where the years of a placement that is new or
 * changed can't be, or more was removed than can be kept.
 */
export const profileChange = (
  earlier: PersonProfile | undefined,
  { personId, version, written }: ProfileWriting,
  at: Date,
): Result<ProfileChange, InvalidInput | Stale> => {
  const wrong = wrongYears(earlier?.placements ?? [], written.placements, at);
  if (wrong.length > 0) return fail({ kind: 'invalid-input', fields: wrong });
  const { formerly, changes } = rememberFacts(earlier, written, at);
  if (formerly.length > maxFormer)
    return fail({ kind: 'invalid-input', fields: [{ path: 'formerly', code: 'too-many-removed' }] });
  return writeProfile(earlier, { personId, version, written: { ...written, formerly }, changes }, at);
};

/** One that stands with these years stays as it is, from before the rule or from before a year ended. */
const wrongYears = (earlier: readonly Placement[], said: readonly Placement[], at: Date): FieldProblem[] =>
  said.flatMap((one, row) => {
    const stands = earlier.some(
      (past) => past.from === one.from && past.to === one.to && exactly.place(past.place, one.place),
    );
    return stands
      ? []
      : jetYears(one, jetYearOf(at)).map(({ path, code }) => ({ path: `placements.${row}.${path}`, code }));
  });
