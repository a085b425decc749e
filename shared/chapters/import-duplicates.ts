import { comparableHashes } from '../accounts/account.ts';
import { nameKeys } from '../conflicts/fold-name.ts';
import { cityCodeOf, municipalityOf } from '../reference/municipalities.ts';
import type { Imported } from './import-rows.ts';

/** Somebody a chapter knows already: a member who agreed to be seen, one it has invited, or one of an earlier row. */
export type KnownAlum = {
  readonly as: 'member' | 'invited' | 'row';
  /** Of a row, as a spreadsheet counts it. */
  readonly line?: number;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly served: readonly {
    readonly municipality?: string | undefined;
    readonly prefecture?: string | undefined;
  }[];
};

export type Duplicate = {
  readonly as: KnownAlum['as'];
  readonly by: 'email' | 'name';
  readonly name: string;
  readonly line?: number;
};

/** Where an invited person is said to have served, as members' lists say it. */
export const servedOf = (placements: Imported['placements']): KnownAlum['served'] =>
  placements.map(({ code, prefecture }) => {
    const town = code === undefined ? undefined : municipalityOf(code);
    return { prefecture, ...(town && { municipality: cityCodeOf(town) }) };
  });

type Compared = { known: KnownAlum; hashes: ReadonlySet<string>; names: ReadonlySet<string> };

/**
 * Finds whom each row may be already: by address, with or without its `+tag`, else by a name written in any way together
 * with a placement in the same town, or prefecture where a town is not known. People decide; nothing is merged here.
 */
export const findDuplicates = (known: readonly KnownAlum[]): ((row: Imported) => readonly Duplicate[]) => {
  const compared: readonly Compared[] = known.map((one) => ({
    known: one,
    hashes: new Set(one.addresses.flatMap(comparableHashes)),
    names: new Set(nameKeys(one.name)),
  }));
  return ({ name, email, placements }) => {
    const hashes = comparableHashes(email);
    const names = nameKeys(name);
    const served = servedOf(placements);
    return compared.flatMap(({ known: one, ...keys }): Duplicate[] => {
      const { as, name: called, line } = one;
      const who = { name: called, ...(line !== undefined && { line }) };
      if (hashes.some((hash) => keys.hashes.has(hash))) return [{ as, by: 'email', ...who }];
      const alike = names.some((key) => keys.names.has(key)) && shares(served, one.served);
      return alike ? [{ as, by: 'name', ...who }] : [];
    });
  };
};

const shares = (one: KnownAlum['served'], other: KnownAlum['served']) =>
  one.some((here) =>
    other.some((there) =>
      here.municipality && there.municipality
        ? here.municipality === there.municipality
        : here.prefecture !== undefined && here.prefecture === there.prefecture,
    ),
  );
