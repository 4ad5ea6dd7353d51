import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSession, type SessionDriver, signIn } from '../../e2e/hosts/workbench-client.ts';
import { startWorkbench } from '../../e2e/hosts/workbench-server.ts';
import { Versions } from '../../src/server/workspace/versions.ts';
import type { BenchOptions } from '../bench.ts';
import { COURSE } from '../edit-to-live/edited-api.ts';
import { type Figures, figuresOf } from '../figures.ts';

const VERSIONS = 1_000;
/** So many of each file are kept, so the history is spread over this many files. */
const FILES = 40;
const WITHOUT = 'live-api';
const WITH = 'ten-checks';
/** Long enough ago that each file's first edit is a new step of its history. */
const AGO_MS = 3_600_000;

/** A durable save that adds a step to the history, in a workspace without history and in one with much, in turn. */
export async function manyVersions({ rounds, note }: Pick<BenchOptions, 'rounds' | 'note'>) {
  const home = await mkdtemp(join(tmpdir(), 'routewright-growth-'));
  const versions = new Versions(join(home, 'versions', 'bench', 'fastify', WITH), () => Date.now() - AGO_MS);
  for (let nth = 0; nth < VERSIONS; nth += 1) {
    await versions.keep('edit', [{ path: nameOf(nth % FILES), text: `// ${nth}\n` }]);
    if (nth % 100 === 0) note(`history ${nth}`);
  }
  const server = await startWorkbench({ course: fileURLToPath(COURSE), home, pages: false });
  try {
    const client = await signIn(server.url);
    const sessions = [await openSession(client, WITHOUT), await openSession(client, WITH)] as const;
    const kept = (await client.session.versions({ sessionId: sessions[1].sessionId })).length;
    if (kept < VERSIONS) throw new Error(`${kept} of ${VERSIONS} versions are there.`);
    const samples: [number[], number[]] = [[], []];
    const edits = Math.min(rounds, FILES);
    for (const session of sessions) await addFiles(client, session, edits);
    for (let nth = 0; nth < edits; nth += 1) {
      for (const which of [0, 1] as const) samples[which].push(await timedSave(sessions[which], nth));
      note(`save ${nth + 1}`);
    }
    for (const session of sessions) session.leave();
    const series: Record<string, Figures> = {
      'save without history': figuresOf(samples[0]),
      [`save with ${VERSIONS} versions`]: figuresOf(samples[1]),
    };
    return { series, growth: figuresOf(samples[1]).p50 / figuresOf(samples[0]).p50 };
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

function nameOf(nth: number): string {
  return `notes/note-${nth}.md`;
}

async function addFiles(client: Awaited<ReturnType<typeof signIn>>, session: SessionDriver, files: number) {
  for (let nth = 0; nth < files; nth += 1) {
    await client.session.create({ sessionId: session.sessionId, path: nameOf(nth), text: '// new\n' });
  }
}

async function timedSave(session: SessionDriver, nth: number): Promise<number> {
  const start = performance.now();
  const { revision } = await session.edit(`// edit ${performance.now()}\n`, nameOf(nth));
  const ms = performance.now() - start;
  await session.checked(revision);
  return ms;
}
