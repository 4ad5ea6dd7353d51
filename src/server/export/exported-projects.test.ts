import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PLAN_PATH } from '../../contract/plan.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { planToOpenApi } from '../../core/plan/to-openapi.ts';
import { lessonFiles } from '../courses/lesson-files.ts';
import { loadCourse } from '../courses/load-course.ts';
import { loadRuntime } from '../sandbox/runtime.ts';
import { exportProject } from './export-project.ts';
import { installedPackages } from './installed.ts';

// npm installs from its cache or its registry, as it would for a learner.
vi.setConfig({ testTimeout: 180_000 });

const course = await loadCourse(fileURLToPath(new URL('../../../lessons', import.meta.url)));
const ends = course.file.stages.flatMap(({ id, lessons }) =>
  lessons.slice(-1).map((last): [string, string] => [id, last]),
);
const run = promisify(execFile);
/** Nothing of this process's npm may reach the other project's. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_(?!config_registry)|NODE_OPTIONS|VITEST)/i.test(name)),
);

async function exportedTo(lessonId: string): Promise<string> {
  const files = await lessonFiles(course, lessonId, 'fastify', 'solution');
  const plan = readPlan(files.find(({ path }) => path === PLAN_PATH)?.text ?? '').value;
  const { packages } = await loadRuntime('node');
  const project = { name: 'lending-library', title: 'Lending library', files, packages, entry: 'src/app.ts' };
  const repository = exportProject({ ...project, openapi: plan && planToOpenApi(plan) }, await installedPackages());
  const dir = await mkdtemp(join(tmpdir(), 'routewright-exported-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const { path, text } of repository) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}

/** Starts the project as its README says and asks for something that is not there. */
async function statusOfNothing(dir: string): Promise<number> {
  const child = spawn(process.execPath, ['src/server.ts'], {
    cwd: dir,
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await Promise.race([
      once(createInterface(child.stdout), 'line'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`))),
    ]);
    const address = /https?:\/\/\S+/.exec(String(line))?.[0];
    return (await fetch(`${address}/there/is/nothing/here`)).status;
  } finally {
    child.kill('SIGTERM');
  }
}

test.each(ends)(
  'the end of the stage %s installs, type-checks, passes its tests and starts outside the workbench',
  async (_stage, lessonId) => {
    const dir = await exportedTo(lessonId);
    await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: dir, env });
    await run('npm', ['run', 'types'], { cwd: dir, env });
    const { stdout } = await run('npm', ['test'], { cwd: dir, env });
    expect(stdout).toMatch(/^ℹ pass [1-9]/m);
    expect(stdout).toMatch(/^ℹ fail 0$/m);
    expect(await statusOfNothing(dir)).toBe(404);
  },
);
