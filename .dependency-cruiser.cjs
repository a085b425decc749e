// The house's walls. Each rule says what goes wrong without it; test/boundaries breaks each one to prove it.
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const engines = '[.](store|mail|files|queue|identity|solver)[.]ts$';
const stores = `${engines}|^shared/table/(?!index-names)`;
const hashing = '^shared/kernel/(link-token|ids)[.]ts$|^shared/applications/snapshot[.]ts$';

module.exports = {
  forbidden: [
    rule(
      'shared-knows-no-framework',
      'A rule that needs a web framework cannot be called from the other adapter, nor from a job.',
      { path: '^shared/' },
      { path: '(^|/)(hono|@middy)/' },
    ),
    rule(
      'rules-do-no-io',
      'Files, sockets, randomness and the environment come in as ports. Only hashing is pure.',
      { path: '^shared/', pathNot: `${stores}|${hashing}` },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'only-stores-speak-to-aws',
      'Keys, conditions and retries stay in one place per area, where their tests are.',
      { pathNot: `${stores}|^functions/container/|^infra/|^test/` },
      { path: '(^|/)(@aws-sdk|electrodb)(/|$)' },
    ),
    rule(
      'only-the-solver-knows-highs',
      'Three megabytes of WebAssembly belong into the one job that searches, never into a page.',
      { pathNot: '[.]solver[.]ts$' },
      { path: '(^|/)highs(/|$)' },
    ),
    rule(
      'use-cases-take-ports',
      'A use case that imports its store can only be tested against a database.',
      { path: '^shared/', pathNot: stores },
      { path: stores, pathNot: '^shared/table/cursor[.]ts$' },
    ),
    rule(
      'no-foreign-store',
      'An area that writes another’s items skips the rules kept there.',
      { path: '^shared/([^/]+)/' },
      { path: `^shared/[^/]+/.+${engines}`, pathNot: '^shared/($1|table)/' },
    ),
    rule(
      'pages-know-no-lambda',
      'Pages are handed their use cases, so that they run under any server and in a test.',
      { path: '^web/' },
      { path: `^functions/|^infra/|${stores}` },
    ),
    rule(
      'api-knows-no-page',
      'The API must not grow with the pages, in size or in meaning.',
      { path: '^functions/(api|middleware)/' },
      { path: '^web/' },
    ),
    rule(
      'infra-reads-contracts-only',
      'The template depends on what is promised, not on how it is kept.',
      { path: '^infra/(stacks|constructs|app[.]ts|functions[.]ts|queues[.]ts)' },
      {
        path: '^(shared|functions|web)/',
        pathNot: '^shared/(contracts|environment)[.]ts$|^shared/table/index-names[.]ts$',
      },
    ),
    rule(
      'errors-stand-alone',
      'Failures are named by everyone, so they may lean on no one.',
      { path: '[.]errors[.]ts$' },
      { path: '.', pathNot: '^shared/kernel/failure[.]ts$' },
    ),
    rule('no-circles', 'Two files in a circle are one file that is hard to read.', {}, { circular: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[.]build/' },
  },
};
