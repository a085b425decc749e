import { type AttachmentType, attachmentTypes } from './attachment.ts';

/** A ZIP's directory stands at its end: 22 bytes and a comment of at most 65,535, before them one entry per file. */
export const zipTailBytes = 256 * 1024;

const endOfDirectory = Buffer.from('504b0506', 'hex');
const entryOfDirectory = 0x02014b50;

/**
 * The names in a ZIP's directory, read from its last bytes (APPNOTE.TXT 4.3.12, 4.3.16). Empty for what is no ZIP, and
 * for one whose directory does not lie within `tail` whole.
 */
export const zipNames = (tail: Buffer): readonly string[] => {
  const end = tail.lastIndexOf(endOfDirectory);
  if (end < 0 || end + 20 > tail.length) return [];
  const names: string[] = [];
  let at = end - tail.readUInt32LE(end + 12);
  while (at >= 0 && at + 46 <= end && tail.readUInt32LE(at) === entryOfDirectory) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => tail.readUInt16LE(at + offset));
    names.push(tail.toString('utf8', at + 46, at + 46 + (name ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return at === end ? names : [];
};

type Content = {
  /** Its first bytes in hex. */
  readonly begins: string;
  /** The names in its directory, where it is a ZIP. */
  readonly names: readonly string[];
};

/**
 * Whether a file's content is of the announced type. A Word or Excel file is a ZIP with the content types and the main
 * part of its kind (ECMA-376 part 2, 10.1.2): another ZIP is none, and neither is one that carries macros.
 */
export const isSound = (type: AttachmentType, { begins, names }: Content): boolean => {
  const { begins: expected, holds } = attachmentTypes[type];
  if (!begins.startsWith(expected)) return false;
  if (holds === undefined) return true;
  return (
    names.includes('[Content_Types].xml') &&
    names.includes(holds) &&
    !names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))
  );
};
