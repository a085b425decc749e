import { expect, test } from 'vitest';
import { isSound, zipNames } from '../../../shared/applications/file-content.ts';

/** A ZIP as far as its directory goes: one entry per name, then the end of the directory. */
const zip = (names: readonly string[], comment = '') => {
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46);
    return entry;
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22 + comment.length);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.write(comment, 22);
  return Buffer.concat([Buffer.from('504b0304', 'hex'), directory, end]);
};
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const word = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
const soundZip = (type: typeof docx | typeof xlsx, names: readonly string[]) =>
  isSound(type, { begins: '504b0304', names: zipNames(zip(names)) });

test('a package is told from any other ZIP by its content types and its main part', () => {
  expect(soundZip(docx, word)).toBe(true);
  expect(soundZip(xlsx, word)).toBe(false);
  expect(soundZip(xlsx, ['xl/workbook.xml', '[Content_Types].xml'])).toBe(true);
  expect(soundZip(docx, ['word/document.xml'])).toBe(false);
  expect(soundZip(docx, ['virus.exe'])).toBe(false);
  expect(soundZip(docx, [...word, 'word/vbaProject.bin'])).toBe(false);
});

test('names are read past a comment, and none where the directory is cut, broken or missing', () => {
  const whole = zip(word, 'a comment');
  expect(zipNames(whole)).toEqual(word);
  expect(zipNames(whole.subarray(20))).toEqual([]);
  expect(zipNames(whole.subarray(0, -25))).toEqual([]);
  expect(zipNames(Buffer.from('%PDF-1.7'))).toEqual([]);
});

test.each([
  ['application/pdf', '255044462d312e37'],
  ['image/jpeg', 'ffd8ffe0'],
  ['image/png', '89504e470d0a1a0a'],
] as const)('%s is told by its first bytes', (type, begins) => {
  expect(isSound(type, { begins, names: [] })).toBe(true);
  expect(isSound(type, { begins: '3c68746d6c3e', names: [] })).toBe(false);
});
