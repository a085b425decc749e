import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { apiDocument } from '../../functions/api-document.ts';
import { contracts } from '../../shared/contracts.ts';
import type { Folders } from './folders.ts';
import type { Manifest } from './manifest.ts';
import { packed, packedCatalogues, packedJson, packedWords, wordsFile } from './packed-json.ts';
import { unusedSchemas } from './unused-schemas.ts';

/** A function's name, which is its folder under `.build/functions`, and its source file from the project's root. */
export type Entry = { readonly name: string; readonly entry: string };

// Packages in CommonJS ask for `require`, which an ES module does not have.
const banner = `import { createRequire as makeRequire } from 'node:module';const require = makeRequire(import.meta.url);`;

// Lambda puts a function's credentials into its environment. The SDK would also look into files, at SSO and at
// metadata services: 110 KB in every bundle, and addresses on the own machine.
const credentialsFromEnvironment: Plugin = {
  name: 'credentials-from-environment',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path, resolveDir }) => ({
      path,
      namespace: 'credentials',
      pluginData: resolveDir,
    }));
    onLoad({ filter: /./, namespace: 'credentials' }, ({ pluginData }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: pluginData,
    }));
  },
};

// ElectroDB checks the shape of its models with a JSON Schema validator as it loads. Models are code: the tests, which
// run unbundled, have checked them, so a cold start need not, and each bundle is 29 KB smaller.
const modelsCheckedByTests: Plugin = {
  name: 'models-checked-by-tests',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^jsonschema$/ }, ({ path }) => ({ path, namespace: 'checked' }));
    onLoad({ filter: /./, namespace: 'checked' }, () => ({
      contents: `export class Validator {
        addSchema() {}
        validate() { return { errors: [] }; }
      }
      Validator.prototype.customFormats = {};`,
    }));
  },
};

// Each store is an entity of its own, never a service of several: 19 KB in every bundle that nothing calls.
const entitiesAlone: Plugin = {
  name: 'entities-alone',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\/src\/service$/ }, ({ path, importer }) =>
      /electrodb[/\\]index\.js$/.test(importer) ? { path, namespace: 'alone' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'alone' }, () => ({ contents: 'exports.Service = undefined;' }));
  },
};

// Every schema of zod can be written as JSON Schema. The API's document is made at build time, so no function asks for it.
const noJsonSchemas: Plugin = {
  name: 'no-json-schemas',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[/\\]v4[/\\]core[/\\]to-json-schema\.js$/ }, () => ({
      contents: `const none = () => { throw new Error('JSON Schemas are made at build time'); };
        export const createToJSONSchemaMethod = () => none, createStandardJSONSchemaMethod = () => none;
        export { none as extractDefs, none as finalize, none as handleUnrepresentable, none as initializeContext };
        export { none as process, none as processSchema };`,
    }));
    // Nor for what each kind of schema would say of itself there: 9 KB in every bundle.
    onLoad({ filter: /zod[/\\]v4[/\\]classic[/\\]schemas\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/^ *inst\._zod\.processJSONSchema = .*;$/gm, ''),
    }));
  },
};

// A client of the SDK says its version in each request, and has its whole package.json in the bundle for that.
const versionsAlone: Plugin = {
  name: 'versions-alone',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk[/\\][^/\\]+[/\\]package\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(await readFile(path, 'utf8')).version }),
      loader: 'json',
    }));
  },
};

const catalogueFile = 'web/messages/catalogues.ts';
const wordFiles = async (root: string): Promise<readonly string[]> => {
  const folder = dirname(catalogueFile);
  const names = await readdir(join(root, folder), { recursive: true });
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
};

/** Puts a file next to each bundle that holds `user`, which looks for it beside itself. */
const besideBundles = async (
  root: string,
  { outputs }: Metafile,
  user: string,
  file: string,
  content: Uint8Array,
) => {
  for (const [bundle, { inputs }] of Object.entries(outputs))
    if (user in inputs) await writeFile(join(root, dirname(bundle), file), content);
};

/**
 * Bundles every function as it is deployed and as it runs here: `.build/functions/<name>/index.mjs`.
 * All in one go, so that what they share is parsed once. esbuild's report is kept in `.build/bundles.json`.
 */
export const bundleFunctions = async (
  { root, build: out }: Folders,
  entries: readonly Entry[],
  manifest: Manifest,
): Promise<readonly string[]> => {
  const outdir = join(out, 'functions');
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map(({ name, entry }) => ({ in: entry, out: `${name}/index` })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    legalComments: 'none',
    charset: 'utf8',
    banner: { js: banner },
    // The API's document is made here once: what makes it would add half a megabyte to the function that serves it,
    // and the document itself, written out, as much again.
    define: {
      ASSETS: JSON.stringify(manifest),
      API_DOCUMENT: JSON.stringify(packed(apiDocument(contracts))),
    },
    plugins: [
      ...[credentialsFromEnvironment, modelsCheckedByTests, entitiesAlone],
      ...[noJsonSchemas, versionsAlone, packedCatalogues, packedJson, unusedSchemas],
    ],
    logLevel: 'error',
  });
  const solver = 'node_modules/highs/build/highs';
  const solverCode = await readFile(join(root, `${solver}.wasm`));
  await besideBundles(root, metafile, `${solver}.mjs`, 'highs.wasm', solverCode);
  await besideBundles(root, metafile, catalogueFile, wordsFile, packedWords());
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'bundles.json'), JSON.stringify(metafile));
  const files = Object.keys(metafile.inputs).filter((input) => !/^(credentials|checked):/.test(input));
  const inputs = [...files, 'functions/api-document.ts', 'shared/contracts.ts'];
  // Packed by their catalogue, which esbuild sees alone.
  if (files.includes(catalogueFile)) inputs.push(...(await wordFiles(root)));
  return inputs.map((input) => join(root, input));
};
