/**
 * The table of rooms, closed-world: an import that no row names is an error. Type imports count.
 * `rooms` are folders of src, `packages` are npm packages, `node` says whether Node's own modules are there.
 */
const ROOMS = [
  { room: 'src/contract', packages: ['zod', '@orpc/contract'] },
  {
    room: 'src/core',
    rooms: ['src/contract'],
    // Pure parsers only: nothing here may touch a disk, a socket or a document.
    packages: [
      ['zod', 'yaml', 'fastest-levenshtein', 'ajv', 'ajv-formats', 'unified', 'remark-gfm', 'remark-parse'],
      ['remark-rehype', 'rehype-sanitize', 'hast-util-[a-z-]+', 'mdast-util-[a-z-]+', 'unist-util-[a-z-]+'],
      ['@types/hast', '@types/mdast', '@types/unist', 'openapi-types', 'vfile'],
    ].flat(),
  },
  {
    room: 'src/sandbox',
    rooms: ['src/contract'],
    node: true,
    packages: ['fastify', '@fastify/[a-z-]+', 'fastify-type-provider-zod', 'zod', 'jose', 'fast-check'],
  },
  {
    room: 'src/server',
    rooms: ['src/contract', 'src/core'],
    node: true,
    packages: [
      ['zod', 'yaml', 'fastify', '@fastify/[a-z-]+', '@orpc/[a-z-]+', 'undici', 'chokidar', 'jose'],
      ['oidc-provider', '@types/oidc-provider', 'selfsigned', '@stoplight/[a-z-]+', 'esquery', '@types/esquery'],
      ['acorn', '@types/estree', 'fflate', 'diff'],
    ].flat(),
  },
  {
    room: 'src/cli',
    rooms: ['src/contract', 'src/core', 'src/server'],
    node: true,
    packages: ['zod', 'yaml', 'commander', 'picocolors', 'typescript'],
  },
  { room: 'src/main', rooms: ['src/contract'], node: true, packages: ['electron'] },
  { room: 'src/preload', rooms: ['src/contract'], packages: ['electron'] },
  {
    room: 'src/renderer',
    rooms: ['src/contract', 'src/core'],
    packages: [
      ['react', 'react-dom', '@types/react', '@types/react-dom', 'react-aria-components', 'react-resizable-panels'],
      ['zustand', 'lucide-react', 'monaco-editor', '@scalar/[a-z-]+', 'vite', '@orpc/client', '@orpc/contract', 'zod'],
      ['hast-util-to-jsx-runtime', 'lowlight', 'rehype-highlight', '@types/hast', '@fontsource-variable/[a-z-]+'],
    ].flat(),
  },
  {
    room: 'site',
    // The course is read by the loader of the app, so that the site cannot say something else than the app.
    rooms: ['src/contract', 'src/core', 'src/server/courses', 'src/cli'],
    node: true,
    packages: ['.+'],
  },
  { room: 'site/test', rooms: ['site', 'src', 'scripts'], node: true, packages: ['.+'] },
  // Outside of the product: may reach into it, nothing of it may reach back.
  { room: 'bench', rooms: ['src', 'e2e', 'scripts'], node: true, packages: ['.+'] },
  { room: 'e2e', rooms: ['src/contract', 'scripts'], node: true, packages: ['.+'] },
  { room: 'scripts', rooms: ['src/contract', 'src/core/changelog'], node: true, packages: ['.+'] },
];

const TESTS = String.raw`\.test\.tsx?$`;
/** A test may use the test runner, the compiler and Node's modules, whatever its room. */
const FOR_TESTS = ['vitest', 'fast-check', '@vitest/[a-z-]+', '@types/node', 'typescript'];

const under = (folders) => `^(${folders.join('|')})/`;
const npm = (packages) => `(^|/)node_modules/(${packages.join('|')})/`;

const allowed = ROOMS.flatMap(({ room, rooms = [], packages = [], node = false }) => [
  { from: { path: under([room]) }, to: { path: under([room, ...rooms]), pathNot: room === 'bench' ? [] : TESTS } },
  { from: { path: under([room]) }, to: { path: npm(packages) } },
  ...(node ? [{ from: { path: under([room]) }, to: { dependencyTypes: ['core'] } }] : []),
]);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  allowed: [
    ...allowed,
    // Courses with a mistake are edited copies of one fixture; unit tests and specs make them in the same way.
    { from: { path: '^e2e/specs/' }, to: { path: String.raw`^src/server/courses/course-copy\.ts$` } },
    { from: { path: TESTS }, to: { path: npm(FOR_TESTS) } },
    { from: { path: TESTS }, to: { dependencyTypes: ['core'] } },
  ],
  allowedSeverity: 'error',
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing, or a third thing is missing. Type imports count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The file or package is not there, or is not a dependency in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Courses and programs written for tests: data, some of it wrong on purpose.
    // Astro makes the modules with such names while it builds.
    exclude: { path: '^e2e/fixtures/|^astro:' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.css', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    builtInModules: { add: ['node:sqlite', 'node:test', 'node:sea'] },
  },
};
