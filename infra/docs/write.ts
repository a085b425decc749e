import { readFileSync, writeFileSync } from 'node:fs';
import { withDiagrams } from './state-diagrams.ts';

const path = 'docs/domain.md';
writeFileSync(path, withDiagrams(readFileSync(path, 'utf8')));
