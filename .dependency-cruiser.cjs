// The walls between the rooms of src/. A room imports only from the steps before its own:
//
//   core ← layout ← import, classify ← records ← metrics, files ← explore, decide ← engine ← report ← protocol ← client ← state ← ui
//
// src/main.tsx, the composition root, stands outside and may import anything.

const STEPS = [['core'], ['layout'], ['import', 'classify'], ['records'], ['metrics', 'files'], ['explore', 'decide'], ['engine'], ['report'], ['protocol'], ['client'], ['state'], ['ui']];

/** Compile without the DOM, run in any thread; so they never load DuckDB. */
const PURE = ['core', 'layout', 'import', 'classify', 'records', 'metrics', 'explore', 'decide', 'report', 'protocol'];

const READERS_OF_MESSAGES = ['report', 'state', 'ui'];

const roomPath = (rooms) => `^src/(${rooms.join('|')})/`;

/** One rule for each room, so that a report names the room whose wall was crossed. */
const oneWay = STEPS.flatMap((step, index) =>
  step.map((room) => {
    const open = [room, ...STEPS.slice(0, index).flat()];
    const messages = READERS_OF_MESSAGES.includes(room) ? ['messages'] : [];
    return {
      name: `${room}-imports-only-rooms-before-it`,
      severity: 'error',
      from: { path: roomPath([room]) },
      to: { path: '^src/', pathNot: roomPath([...open, ...messages]) },
    };
  }),
);

const TYPE_ONLY = ['type-only', 'type-import'];

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'every-room-has-its-place',
      comment: 'A new room is written into STEPS above.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: roomPath([...STEPS.flat(), 'messages']) },
      to: {},
    },
    {
      name: 'messages-import-only-types-of-pure-rooms',
      comment: 'Sentences are keyed by the closed codes of other rooms; they need no code of theirs.',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: { path: '^src/', pathNot: '^src/messages/', dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'messages-do-not-know-the-page',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: { path: '^src/', pathNot: roomPath(['messages', ...PURE]) },
    },
    {
      name: 'messages-are-read-by-report-state-ui',
      severity: 'error',
      from: { pathNot: roomPath(['messages', ...READERS_OF_MESSAGES]) },
      to: { path: '^src/messages/' },
    },
    {
      name: 'protocol-imports-only-types',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'pure-rooms-do-not-load-the-engine',
      severity: 'error',
      from: { path: roomPath(PURE) },
      to: { path: '^src/engine/|^node_modules/@duckdb/' },
    },
    {
      name: 'page-does-not-load-the-engine',
      comment: 'The page sees view models; DuckDB and Arrow live in the engine worker.',
      severity: 'error',
      from: { path: '^src/(main\\.tsx$|(client|state|ui)/)' },
      to: { path: '^src/engine/|^node_modules/(@duckdb|apache-arrow)/' },
    },
    {
      name: 'only-the-page-knows-solid',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: '^src/(main\\.tsx$|(state|ui)/)' },
      to: { path: '^node_modules/solid-js/' },
    },
    {
      name: 'only-main-imports-ui',
      severity: 'error',
      from: { pathNot: '^src/(main\\.tsx$|ui/)' },
      to: { path: '^src/ui/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: {},
      to: { path: '^src/main\\.tsx$' },
    },
    {
      name: 'workers-do-not-know-the-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: roomPath(['client', 'state', 'ui']) },
    },
    {
      name: 'only-client-starts-workers',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main\\.tsx$|client/)' },
      to: { path: '^workers/' },
    },
    {
      name: 'nothing-from-tests-or-tools',
      severity: 'error',
      from: { path: '^(src|workers)/' },
      to: { path: '^(tests|tools)/' },
    },
    {
      name: 'no-node-builtins',
      severity: 'error',
      from: { path: '^(src|workers)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-packages-that-are-not-dependencies',
      comment: 'What the browser runs is listed under dependencies in package.json.',
      severity: 'error',
      from: { path: '^(src|workers)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'no-unresolved-imports',
      comment: 'The package does not export its blocking build; the build finds that one by an alias.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@duckdb/duckdb-wasm/dist/duckdb-browser-blocking' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(src|workers)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$|^src/main\\.tsx$|^workers/[^/]+\\.worker\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
