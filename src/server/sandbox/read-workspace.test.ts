import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWorkspace } from './read-workspace.ts';
import { type TypeStripper, typeStripper } from './type-stripper.ts';

let dir: string;
let stripper: TypeStripper;
beforeEach(async () => {
  stripper = typeStripper();
  dir = await mkdtemp(path.join(tmpdir(), 'routewright-read-'));
  await mkdir(path.join(dir, 'src'));
});
afterEach(async () => {
  await stripper.close();
  await rm(dir, { recursive: true, force: true });
});

const write = (file: string, text: string) => writeFile(path.join(dir, file), text);
const look = (textOf: (file: string) => string | null = () => null) => readWorkspace(dir, textOf, stripper);
const read = async (textOf?: (file: string) => string | null) => (await look(textOf)).stripped;

describe('a workspace that is about to run', () => {
  it('is read without types, everything left in its place', async () => {
    await write('src/app.ts', 'export const a: number = 1;\n');
    await write('plan.yaml', 'x: 1');
    expect(await read()).toEqual({ 'src/app.ts': { code: 'export const a         = 1;\n' } });
  });

  it('is what is known of it, not what is on the disk', async () => {
    await write('src/app.ts', 'old');
    expect(await read((file) => (file === 'src/app.ts' ? 'let b: string;' : null))).toEqual({
      'src/app.ts': { code: 'let b        ;' },
    });
  });

  it('tells what the parser refuses, with the place and without a stack of the server', async () => {
    await write('src/app.ts', 'const a = 1;\nconst b: = 2;\n');
    const file = (await read())['src/app.ts'];
    expect(file).toMatchObject({ refused: { code: 'ERR_INVALID_TYPESCRIPT_SYNTAX' } });
    const { stack } = file && 'refused' in file ? file.refused : { stack: '' };
    expect(stack).toMatch(/^src\/app\.ts:2\n/);
    expect(stack).not.toContain('    at ');
  });

  it.each([
    ['is long', `const a = 1;${' '.repeat(300_000)}`],
    ['nests so deep that the parser gives up', `${'('.repeat(60_000)}`],
  ])('leaves a file that %s to the process', async (_what, text) => {
    await write('src/app.ts', text);
    expect(await read()).toEqual({});
    await write('src/app.ts', 'let a: 1;');
    expect(await read()).toEqual({ 'src/app.ts': { code: 'let a   ;' } });
  });

  it('has all its files but not what was installed or what Git keeps', async () => {
    await mkdir(path.join(dir, 'node_modules', '.bin'), { recursive: true });
    await symlink('/', path.join(dir, 'node_modules', '.bin', 'tool'));
    await mkdir(path.join(dir, '.git'));
    for (const file of ['src/app.ts', 'data.json', '.git/HEAD', 'node_modules/x.ts']) await write(file, '1');
    expect((await look()).files.sort()).toEqual(['data.json', 'src/app.ts']);
  });

  it('must not hold a symbolic link', async () => {
    await symlink('/', path.join(dir, 'src', 'out'));
    await expect(read()).rejects.toMatchObject({ failure: { code: 'RW_FILE_PATH', file: 'src/out' } });
  });
});
