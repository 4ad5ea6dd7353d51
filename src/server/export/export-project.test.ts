import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { exportProject } from './export-project.ts';
import { importsOf } from './imports-of.ts';
import { installedPackages } from './installed.ts';
import { zipOf } from './zip.ts';

const APP =
  "import Fastify from 'fastify';\nexport async function buildApp() { return Fastify({ bodyLimit: Number(process.env.BODY_LIMIT) }); }\nconst { TLS_KEY_FILE, PORT: port = 1 } = process.env;\n";
const packages = ['fastify', 'zod', 'fast-check'];
const project = { name: 'library', title: 'Library', openapi: { openapi: '3.1.0' }, packages, entry: 'src/app.ts' };
const exported = async (files: Record<string, string>) => {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  const all = exportProject({ ...project, files: list }, await installedPackages());
  return new Map(all.map(({ path, text }) => [path, text]));
};

test('a repository has everything that it takes to install, start, test, check and ship', async () => {
  const files = await exported({ 'src/app.ts': APP });
  expect([...files.keys()]).toEqual([
    '.dockerignore',
    '.github/workflows/ci.yml',
    '.gitignore',
    'Containerfile',
    'README.md',
    'openapi.json',
    'package-lock.json',
    'package.json',
    'src/app.ts',
    'src/server.ts',
    'test/app.test.ts',
    'tsconfig.json',
  ]);
  const variables = files.get('README.md')?.match(/^\| `[A-Z_]+` \|/gm);
  expect(variables).toEqual(['| `BODY_LIMIT` |', '| `HOST` |', '| `PORT` |', '| `TLS_KEY_FILE` |']);
});

test('what the learner wrote is never replaced', async () => {
  const mine = {
    'src/server.ts': '// mine',
    'test/mine.test.ts': '// mine',
    'README.md': 'mine',
    Dockerfile: 'FROM mine',
  };
  const files = await exported({ 'src/app.ts': APP, ...mine });
  expect(Object.fromEntries(Object.keys(mine).map((path) => [path, files.get(path)]))).toEqual(mine);
  expect(files.has('test/app.test.ts')).toBe(false);
  expect(files.has('Containerfile')).toBe(false);
});

test('on a file system that does not tell capitals from small letters nothing of the learner is replaced either', async () => {
  const files = await exported({ 'src/app.ts': APP, 'readme.md': 'mine', dockerfile: 'FROM mine' });
  const names = [...files.keys()].map((path) => path.toLowerCase());
  expect(names.filter((name) => name === 'readme.md' || name === 'containerfile')).toEqual(['readme.md']);
});

test('a project whose buildApp stands elsewhere is started and tested from there', async () => {
  const installed = await installedPackages();
  const texts = (entry: string) => {
    const all = exportProject({ ...project, entry, files: [] }, installed);
    return (path: string) => all.find((file) => file.path === path)?.text;
  };
  const deep = texts('src/api/main.ts');
  expect(deep('src/server.ts')).toContain("from './api/main.ts'");
  expect(deep('test/app.test.ts')).toContain("from '../src/api/main.ts'");
  expect(deep('src/api/main.ts')).toContain("new URL('../../openapi.json'");
  expect(deep('README.md')).toContain('`src/api/main.ts` exports `buildApp`');
  expect(texts('app.ts')('app.ts')).toContain("new URL('./openapi.json'");
});

test('a long gap behind the word import is no work', () => {
  const text = `import${' '.repeat(200_000)}x;\nimport('zod'); import  (  "fastify/a" );`;
  expect(importsOf([{ path: 'src/app.ts', text }], packages)).toEqual(['fastify', 'zod']);
});

test('dependencies are exact, and what only tests import is for development', async () => {
  const files = await exported({
    'src/app.ts': `import { z } from "zod";\nimport { readFile } from 'node:fs/promises';\n${APP}`,
    'test/a.test.ts': "import fc from 'fast-check';\nimport { z } from 'zod';\nimport unknown from 'unknown';",
  });
  const manifest = JSON.parse(files.get('package.json') ?? '');
  expect(Object.keys(manifest.dependencies)).toEqual(['fastify', 'zod']);
  expect(Object.keys(manifest.devDependencies)).toEqual(['@types/node', 'fast-check', 'typescript']);
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});

test('a desktop package, which has only the copy of the lockfile, exports the same', async () => {
  const root = await mkdtemp(join(tmpdir(), 'routewright-package-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await expect(installedPackages(root)).rejects.toMatchObject({ code: 'RW_HOST_NOT_BUILT' });
  await mkdir(join(root, 'out'));
  await copyFile(join(import.meta.dirname, '../../../package-lock.json'), join(root, 'out/lockfile.json'));
  const files = [{ path: 'src/app.ts', text: APP }];
  const exportedThere = exportProject({ ...project, files }, await installedPackages(root));
  expect(exportedThere).toEqual(exportProject({ ...project, files }, await installedPackages()));
});

test('the type check of the workspace goes on outside, tests and Node included', async () => {
  const files = await exported({ 'tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["src"] }' });
  expect(JSON.parse(files.get('tsconfig.json') ?? '')).toEqual({
    compilerOptions: { types: ['node'], strict: true },
    include: ['src', 'test'],
  });
  const broken = await exported({ 'tsconfig.json': '{ // mine' });
  expect(broken.get('tsconfig.json')).toBe('{ // mine');
});

test('a zip holds the files in one folder, the same bytes for the same files', () => {
  const files = [{ path: 'src/app.ts', text: 'é' }];
  const zip = zipOf('library', files);
  const [entry] = Object.entries(unzipSync(zip));
  expect(entry?.[0]).toBe('library/src/app.ts');
  expect(new TextDecoder().decode(entry?.[1])).toBe('é');
  expect(zipOf('library', files)).toEqual(zip);
});
