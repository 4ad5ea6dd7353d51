import type { OpenApiDocument } from '../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { importsOf } from './imports-of.ts';
import type { Installed } from './installed.ts';
import { partOfLockfile } from './lockfile.ts';
import {
  appTest,
  CI_WORKFLOW,
  CONTAINER_FILE,
  CONTAINER_IGNORE,
  GIT_IGNORE,
  plannedApp,
  server,
  TSCONFIG,
  tsconfigOutside,
} from './project-files.ts';
import { environmentOf, readme } from './readme.ts';

export type ExportedProject = {
  /** As a package name: `lending-library`. */
  name: string;
  title: string;
  /** The learner's workspace. */
  files: readonly WorkspaceFile[];
  /** What the running API says of itself, else what is planned. */
  openapi: OpenApiDocument | null;
  /** What learners may import. */
  packages: readonly string[];
  /** The file that exports buildApp. */
  entry: string;
};

/**
 * A repository of the learner's own: their files as they are, and beside them what it takes to install, start, test,
 * check and ship it without the workbench. What the learner wrote is never replaced, except package.json and the parts of
 * tsconfig.json that are about the place.
 */
export function exportProject(project: ExportedProject, installed: Installed): WorkspaceFile[] {
  const files = new Map(project.files.map(({ path, text }) => [path, text]));
  // Many file systems take names that differ in capitals only for one.
  const has = (path: string): boolean => [...files.keys()].some((one) => one.toLowerCase() === path.toLowerCase());
  const add = (path: string, text: string): void => void (has(path) || files.set(path, text));
  if (project.openapi) files.set('openapi.json', `${JSON.stringify(project.openapi, null, 2)}\n`);
  if (!files.has(project.entry)) files.set(project.entry, plannedApp(project.entry));
  add('src/server.ts', server(project.entry));
  if (![...files.keys()].some((path) => /^test\/.*\.test\.ts$/.test(path)))
    add('test/app.test.ts', appTest(project.entry));
  const tsconfig = files.get('tsconfig.json');
  files.set('tsconfig.json', tsconfig === undefined ? TSCONFIG : tsconfigOutside(tsconfig));
  add('.gitignore', GIT_IGNORE);
  add('.github/workflows/ci.yml', CI_WORKFLOW);
  if (!has('Dockerfile')) add('Containerfile', CONTAINER_FILE);
  add('.dockerignore', CONTAINER_IGNORE);

  const list = (): WorkspaceFile[] => [...files].map(([path, text]) => ({ path, text }));
  const manifest = manifestOf(project, list(), installed);
  files.set('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  files.set('package-lock.json', partOfLockfile(installed.locked, manifest));
  add('README.md', readme(project, environmentOf(list())));
  return list().toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function manifestOf(project: ExportedProject, files: readonly WorkspaceFile[], installed: Installed) {
  const inTests = (path: string): boolean => path.startsWith('test/');
  const used = importsOf(
    files.filter(({ path }) => !inTests(path)),
    project.packages,
  );
  const inTest = importsOf(
    files.filter(({ path }) => inTests(path)),
    project.packages,
  );
  const development = ['@types/node', 'typescript', ...inTest.filter((name) => !used.includes(name))].toSorted();
  const versions = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, installed.versionOf(name)]));
  return {
    name: project.name,
    version: '1.0.0',
    private: true,
    type: 'module',
    description: project.title,
    engines: { node: '>=24' },
    scripts: {
      start: 'node src/server.ts',
      dev: 'node --watch src/server.ts',
      test: 'node --test "test/**/*.test.ts"',
      types: 'tsc',
    },
    dependencies: versions(used),
    devDependencies: versions(development),
  };
}
