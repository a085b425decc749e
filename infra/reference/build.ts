import { writeFileSync } from 'node:fs';
import { dataFiles } from './build-data.ts';
import { landFile } from './build-land.ts';

for (const [name, text] of Object.entries({ ...dataFiles(), ...landFile() }))
  writeFileSync(new URL(`../../shared/reference/${name}`, import.meta.url), text);
