import { mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAlone } from '../../../infra/build/alone.ts';
import { buildProject } from '../../../infra/build/build.ts';
import { projectFolders } from '../../../infra/build/folders.ts';
import { functions } from '../../../infra/functions.ts';
import { synthesize } from '../../../infra/local/synthesize.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is changed here as a person with an editor would change it.
type Properties = Record<string, any>;
export type Resource = { readonly Type: string; readonly Properties: Properties };
export type Resources = Record<string, Resource>;

/** The project's own template, built and synthesized as far as it is not up to date. */
export const ownAssembly = async (): Promise<string> => {
  await buildAlone(projectFolders.build, async () => {
    await buildProject(projectFolders, functions, () => undefined);
    await synthesize(projectFolders);
  });
  return join(projectFolders.build, 'cdk');
};

/** A copy of the template with one change made to its resources; everything it deploys stays where it is. */
export const alteredAssembly = async (change: (resources: Resources) => void): Promise<string> => {
  const own = await ownAssembly();
  const folder = await mkdtemp(join(tmpdir(), 'shimai-template-'));
  const files = await readdir(own);
  const templates = files.filter((name) => name.endsWith('.template.json'));
  const all: Resources = {};
  const parsed = await Promise.all(
    templates.map(async (name) => {
      const template: { Resources: Resources } = JSON.parse(await readFile(join(own, name), 'utf8'));
      return { name, template, ids: Object.keys(template.Resources) };
    }),
  );
  for (const { template } of parsed) Object.assign(all, template.Resources);
  const before = JSON.stringify(all);
  change(all);
  if (JSON.stringify(all) === before) throw new Error('The change left the template as it was');

  for (const { name, template, ids } of parsed) {
    const kept = ids.flatMap((id) => (all[id] ? [[id, all[id]] as const] : []));
    await writeFile(join(folder, name), JSON.stringify({ ...template, Resources: Object.fromEntries(kept) }));
  }
  for (const name of files.filter((one) => !templates.includes(one)))
    await symlink(join(own, name), join(folder, name));
  return folder;
};

/** The one resource of a type that fits; throws where there is none or more than one. */
export const theOne = (
  resources: Resources,
  type: string,
  fits: (properties: Properties, logicalId: string) => boolean = () => true,
): { readonly id: string; readonly properties: Properties } => {
  const found = Object.entries(resources).filter(
    ([id, { Type, Properties }]) => Type === type && fits(Properties, id),
  );
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} resources of type ${type} fit`);
  return { id: only[0], properties: only[1].Properties };
};

/** The mapping by which the relay reads the table's stream. */
export const streamMapping = (resources: Resources) =>
  theOne(
    resources,
    'AWS::Lambda::EventSourceMapping',
    ({ StartingPosition }) => StartingPosition !== undefined,
  );
