import { join } from 'node:path';
import { buildAlone } from '../build/alone.ts';
import { buildProject } from '../build/build.ts';
import { projectFolders } from '../build/folders.ts';
import { functions } from '../functions.ts';
import { synthesize } from './synthesize.ts';

/** Builds and synthesizes what has changed since the last time; says where the template lies. */
export const prepareTemplate = async (say: (step: string) => void): Promise<string> => {
  await buildAlone(projectFolders.build, async () => {
    await buildProject(projectFolders, functions, say);
    say((await synthesize(projectFolders)) ? 'Template synthesized' : 'Template is up to date');
  });
  return join(projectFolders.build, 'cdk');
};
