/** A person as everything that is kept of them can be found by: all their accounts together. */
export type Whose = {
  /** Every id they have had, the present one first. */
  readonly personIds: readonly string[];
  /** Every address that leads to them, normalised. */
  readonly addresses: readonly string[];
  /** What they are and were called. */
  readonly names: readonly string[];
};

/** One kind of thing the platform keeps of a person. Each store that keeps one says here what it is and how it goes. */
export type PersonalData = {
  /** What it is called in the file that a person downloads, and in the words of their page. */
  readonly name: string;
  /** What is kept, for the person's own eyes: nothing that another wrote of them in confidence. */
  export(whose: Whose): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Deletes it for good, or what of it tells who they were. Done twice it changes nothing more. */
  erase(whose: Whose, at: Date): Promise<void>;
};

/** Whom an item is about: `person#<id>`, or `address#<hash>` where only an address is known. */
export type Whom = `person#${string}` | `address#${string}`;
