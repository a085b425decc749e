import { functions } from '../functions.ts';
import { buildAlone } from './alone.ts';
import { buildProject } from './build.ts';
import { projectFolders } from './folders.ts';

await buildAlone(projectFolders.build, () =>
  buildProject(projectFolders, functions, (step) => console.log(step)),
);
