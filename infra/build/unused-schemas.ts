import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

// Those that span lines and end alone on one; the few on a single line have no computed keys.
const schema = /^export var (\w+\$) = (\[[^\n]*[^;\n]\n[\s\S]*?^\]);$/gm;

/**
 * An AWS client describes each of its operations as an array at the top of one module. Computed keys in them keep a
 * bundler from dropping those that nobody calls: a hundred kilobytes for two clients. Each is wrapped as a pure call.
 */
export const unusedSchemas: Plugin = {
  name: 'unused-schemas',
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /@aws-sdk[/\\]client-[^/\\]+[/\\]dist-es[/\\]schemas[/\\]schemas_0\.js$/ },
      async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replace(
          schema,
          'export var $1 = /* @__PURE__ */ (() => ($2))();',
        ),
        loader: 'js',
      }),
    );
  },
};
