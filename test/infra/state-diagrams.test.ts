import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withDiagrams } from '../../infra/docs/state-diagrams.ts';

const document = readFileSync('docs/domain.md', 'utf8');

test('the diagrams in docs/domain.md are those of the status tables', () => {
  expect(withDiagrams(document)).toBe(document);
  expect(document).toContain('  in_review --> awarded: award');
});

test('a diagram of something without a status table is refused by name', () => {
  expect(() => withDiagrams('<!-- diagram: weather -->\n<!-- end -->')).toThrow('weather');
});
