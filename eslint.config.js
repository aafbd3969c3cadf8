// @ts-check
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which compiler world a file is linted in; the last match counts. */
const WORLDS = [
  { files: ['**/*.{ts,tsx,js,mjs}'], project: './tsconfig.node.json' },
  { files: ['src/**'], project: './tsconfig.pure.json' },
  { files: ['workers/**', 'src/engine/**', 'src/files/**', 'src/workbook/**', 'src/protocol/**'], project: './tsconfig.worker.json' },
  { files: ['src/main.tsx', 'src/{client,state,ui,messages}/**'], project: './tsconfig.page.json' },
];

/** ESLint's own empty-block rule lets a catch pass that holds only a comment. */
const EMPTY_CATCH = {
  selector: 'CatchClause > BlockStatement[body.length=0]',
  message: 'A failure is handled, passed on as data, or thrown again.',
};
const DEFAULT_EXPORT = {
  selector: 'Program > ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name, so that a thing is called the same everywhere.',
};
const VALUE_IN_PROTOCOL = {
  selector: 'Program > ExportNamedDeclaration > :matches(VariableDeclaration, FunctionDeclaration, ClassDeclaration, TSEnumDeclaration)',
  message: 'src/protocol holds types only.',
};
/** Solid reads a property where it is used; taken out of `props`, it no longer changes. */
const DESTRUCTURED_PROPS = {
  selector: ':matches(FunctionDeclaration[id.name=/^[A-Z]/], VariableDeclarator[id.name=/^[A-Z]/] > ArrowFunctionExpression) > ObjectPattern.params',
  message: 'Props are never destructured.',
};
const IN_SRC = [EMPTY_CATCH, DEFAULT_EXPORT, DESTRUCTURED_PROPS];

export default defineConfig(
  // The kernel is AssemblyScript: its own compiler checks it.
  globalIgnores(['dist/', 'coverage/', '.cache/', 'sample-data/', 'src/import/kernel/', 'src/records/kernel/']),
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', EMPTY_CATCH],
      'no-empty': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-misleading-character-class': 'error',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true }],
      'no-eval': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable-loop': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-assignment': 'error',
      'no-implicit-coercion': ['error', { boolean: true, number: true, string: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      curly: ['error', 'multi-line'],

      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],

      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Where the bounds are known, `bytes[at] as number` says so; a bare `!` is easily overlooked.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Text is counted and sorted by code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Data that crosses threads is a `type`, a shape that is implemented an `interface`: the author's choice.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  ...WORLDS.map(({ files, project }) => ({
    files,
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
  })),
  {
    files: ['src/**', 'workers/**'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': ['error', ...IN_SRC],
    },
  },
  {
    files: ['src/protocol/**'],
    rules: { 'no-restricted-syntax': ['error', ...IN_SRC, VALUE_IN_PROTOCOL] },
  },
  {
    files: ['{src,workers,tools,tests}/**'],
    rules: { 'max-lines': ['error', 350] },
  },
  {
    // The rule does not see the casts of JSDoc; the compiler does.
    files: ['**/*.{js,mjs}'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // In no tsconfig: the compiler has no CommonJS world.
    files: ['**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { sourceType: 'commonjs' },
  },
);
