import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { StartError } from '../start-error.ts';
import type { JsonObject } from './json.ts';

const objects = z.record(z.string(), z.custom<JsonObject>()).default({});

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Condition: z.string().optional(),
      Properties: z.custom<JsonObject>().default({}),
    }),
  ),
  Outputs: objects,
  Parameters: objects,
  Conditions: objects,
  Mappings: objects,
});

type Template = z.output<typeof templateSchema>;
/** One synthesized stack, and where the files it deploys lie: object key → folder or file. */
export type Stack = {
  readonly name: string;
  readonly template: Template;
  readonly assets: ReadonlyMap<string, string>;
};

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z
        .looseObject({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          directoryName: z.string().optional(),
          file: z.string().optional(),
        })
        .optional(),
    }),
  ),
});
const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

/** Every stack of a synthesized app, those of its stages too. */
export const readAssembly = async (folder: string): Promise<readonly Stack[]> => {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new StartError(`There is no synthesized template in ${folder}.`);
  const { artifacts } = manifestSchema.parse(await readJson(join(folder, 'manifest.json')));
  const all = Object.entries(artifacts);
  const assetFiles = all.flatMap(([, { type, properties }]) =>
    type === 'cdk:asset-manifest' && properties?.file ? [properties.file] : [],
  );
  const assets = new Map((await Promise.all(assetFiles.map((file) => readAssets(folder, file)))).flat());
  const found = all.map(async ([id, { type, properties }]): Promise<readonly Stack[]> => {
    if (type === 'cdk:cloud-assembly' && properties?.directoryName)
      return readAssembly(join(folder, properties.directoryName));
    if (type !== 'aws:cloudformation:stack' || !properties?.templateFile) return [];
    const template = templateSchema.parse(await readJson(join(folder, properties.templateFile)));
    return [{ name: properties.stackName ?? id, template, assets }];
  });
  return (await Promise.all(found)).flat();
};

const readAssets = async (folder: string, file: string): Promise<[string, string][]> => {
  const { files } = assetsSchema.parse(await readJson(join(folder, file)));
  return Object.values(files).flatMap(({ source: { path }, destinations }) =>
    path
      ? Object.values(destinations).map(({ objectKey }): [string, string] => [objectKey, join(folder, path)])
      : [],
  );
};
