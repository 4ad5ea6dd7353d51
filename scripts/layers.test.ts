import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Cruises a small project that has the given files; answers `rule: from -> to` for each violation. */
async function violations(dir: string, files: Record<string, string>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  const stdout = await new Promise<string>((resolve) => {
    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const config = join(root, '.dependency-cruiser.cjs');
    execFile(
      process.execPath,
      [program, 'src', '--config', config, '--output-type', 'json'],
      { cwd: dir, maxBuffer: 64 * 1024 * 1024 },
      (_error, out) => resolve(out),
    );
  });
  return Report.parse(JSON.parse(stdout))
    .summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} -> ${to.replace(/^.*node_modules/, 'node_modules')}`,
    )
    .sort();
}

describe('the table of rooms', () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'routewright-layers-'));
    await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));
    await symlink(join(root, 'package.json'), join(dir, 'package.json'));
    await symlink(join(root, 'tsconfig.base.json'), join(dir, 'tsconfig.base.json'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('lets a room import what its row names and nothing else', async () => {
    const found = await violations(dir, {
      'src/contract/plan.ts': `import { z } from 'zod'; export const Plan = z.string(); export type Plan = string;`,
      'src/contract/reads-a-file.ts': `import 'node:fs';`,
      'src/core/plan.ts': `import { Plan } from '../contract/plan.ts'; import { parse } from 'yaml'; parse(Plan);`,
      'src/core/reads-a-file.ts': `import { readFileSync } from 'node:fs'; readFileSync('x');`,
      'src/core/knows-a-framework.ts': `import 'fastify';`,
      'src/server/plan.ts': `import '../core/plan.ts'; import 'node:fs'; import 'fastify';`,
      'src/server/runs-learner-code.ts': `import '../sandbox/node/app.ts';`,
      'src/server/knows-the-window.ts': `import 'electron';`,
      'src/sandbox/node/app.ts': `import 'fastify'; import 'node:fs'; import '../../contract/plan.ts';`,
      'src/sandbox/node/judges.ts': `import '../../core/plan.ts';`,
      'src/renderer/plan.ts': `import '../core/plan.ts';`,
      'src/renderer/type-of-the-server.ts': `import type { Server } from '../server/plan.ts'; export type S = Server;`,
      'src/main/window.ts': `import 'electron'; import 'node:path'; import '../contract/plan.ts';`,
      'src/main/parses-a-course.ts': `import '../core/plan.ts';`,
      'src/preload/reads-a-file.ts': `import 'node:fs';`,
      'src/cli/plan.ts': `import '../server/plan.ts'; import 'commander';`,
      'src/cli/teaches.ts': `import '../../lessons/solution.ts';`,
      'lessons/solution.ts': `export const app = 1;`,
      'src/elsewhere/anything.ts': `import '../contract/plan.ts';`,
    });
    expect(found).toEqual([
      'not-in-allowed: src/cli/teaches.ts -> lessons/solution.ts',
      'not-in-allowed: src/contract/reads-a-file.ts -> fs',
      'not-in-allowed: src/core/knows-a-framework.ts -> node_modules/fastify/fastify.js',
      'not-in-allowed: src/core/reads-a-file.ts -> fs',
      'not-in-allowed: src/elsewhere/anything.ts -> src/contract/plan.ts',
      'not-in-allowed: src/main/parses-a-course.ts -> src/core/plan.ts',
      'not-in-allowed: src/preload/reads-a-file.ts -> fs',
      'not-in-allowed: src/renderer/type-of-the-server.ts -> src/server/plan.ts',
      'not-in-allowed: src/sandbox/node/judges.ts -> src/core/plan.ts',
      'not-in-allowed: src/server/knows-the-window.ts -> node_modules/electron/index.js',
      'not-in-allowed: src/server/runs-learner-code.ts -> src/sandbox/node/app.ts',
    ]);
  });

  it('refuses a cycle that only types make', async () => {
    const found = await violations(await mkdtemp(join(dir, 'cycle-')), {
      'src/core/a.ts': `import type { B } from './b.ts'; export type A = B | 1;`,
      'src/core/b.ts': `import type { A } from './a.ts'; export type B = A | 2;`,
      'package.json': '{}',
      'tsconfig.base.json': '{}',
    });
    expect(found).toEqual(['no-cycles: src/core/a.ts -> src/core/b.ts']);
  });
});
