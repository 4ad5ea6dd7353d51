import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createPool } from '../../../src/server/sandbox/pool.ts';
import { loadRuntime } from '../../../src/server/sandbox/runtime.ts';
import { StartFailedError } from '../../../src/server/sandbox/start-failed-error.ts';
import { type Preparation, write } from './preparation.ts';
import type { Probe } from './probe.ts';
import { probeProgram } from './program.ts';

const Attempt = z.union([z.strictObject({ got: z.string() }), z.strictObject({ refused: z.string() })]);
/** What came of one probe. */
export type Attempt = z.infer<typeof Attempt>;

const Told = z.strictObject({ id: z.string(), outcome: Attempt });

/** Set for the workbench only: learner code must not see it. */
const SECRET_VARIABLE = { ROUTEWRIGHT_PROBE: 'secret' };

/** Tries the probes in learner processes of a pool, all in one but for those that may end it. */
export async function inSandbox(probes: readonly Probe[], at: Preparation): Promise<Map<string, Attempt>> {
  Object.assign(process.env, SECRET_VARIABLE);
  await write(at.workspace, probeProgram(probes, at));
  const pool = createPool({ runtime: await loadRuntime('node'), size: 1 });
  const found = new Map<string, Attempt>();
  try {
    for (const group of groupsOf(probes)) {
      const api = await pool.run({ workspace: at.workspace, entry: 'src/app.ts' });
      for (const probe of group) found.set(probe.id, await attempt(api.url, probe));
      await api.stop();
    }
  } finally {
    await pool.close();
  }
  return found;
}

/** Whether a workspace with a symbolic link out of it is refused before its code runs. */
export async function refusesLinks(at: Preparation): Promise<boolean> {
  const workspace = join(at.readable, 'with-link');
  await write(workspace, probeProgram([], at));
  await symlink(at.secret, join(workspace, 'src/link.json'));
  const pool = createPool({ runtime: await loadRuntime('node'), size: 1 });
  try {
    const api = await pool.run({ workspace, entry: 'src/app.ts' });
    await api.stop();
    return false;
  } catch (error) {
    return error instanceof StartFailedError && error.failure.code === 'RW_FILE_PATH';
  } finally {
    await pool.close();
  }
}

async function attempt(url: string, { id, alone }: Probe): Promise<Attempt> {
  try {
    return Attempt.parse(await (await fetch(`${url}/?id=${encodeURIComponent(id)}`)).json());
  } catch (cause) {
    if (alone) return { refused: 'the process ended' };
    throw new Error(`The learner process did not survive: ${id}.`, { cause });
  }
}

/** Tries them in a plain Node without any guard, with the same descriptors: what succeeds here is a real attempt. */
export async function inPlainNode(probes: readonly Probe[], at: Preparation): Promise<Map<string, Attempt>> {
  const found = new Map<string, Attempt>();
  for (const group of groupsOf(probes.filter((probe) => probe.alone !== 'ends'))) {
    await write(at.workspace, probeProgram(group, at));
    await runPlainly(at, (id, outcome) => found.set(id, outcome));
    const missing = group.find(({ id }) => !found.has(id));
    if (missing) throw new Error(`The plain Node ended while it tried: ${missing.id}.`);
  }
  return found;
}

async function runPlainly(at: Preparation, hear: (id: string, outcome: Attempt) => void): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', join(at.workspace, 'src/plain.ts')], {
    cwd: at.readable,
    env: { ...process.env, ...SECRET_VARIABLE },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe', 'pipe', 'ipc'],
  });
  child.on('message', (message) => {
    const { id, outcome } = Told.parse(message);
    hear(id, outcome);
  });
  await once(child, 'close');
}

/** All that share a process, then the others one by one. */
function groupsOf(probes: readonly Probe[]): Probe[][] {
  return [probes.filter((probe) => !probe.alone), ...probes.filter((probe) => probe.alone).map((probe) => [probe])];
}
