import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, openSession, type SessionDriver, signIn } from '../../e2e/hosts/workbench-client.ts';
import { startWorkbench, type WorkbenchServer } from '../../e2e/hosts/workbench-server.ts';
import { absent, atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { cpuOf, type Memory, memoryOf, processTree } from '../memory/process-tree.ts';
import { settledMemory, untilFewer } from '../memory/settled-memory.ts';

/** An early lesson, and the one of the bundled course that sets most beside the API. */
const LESSONS = { early: 'first-route', late: 'cors' } as const;

/** What one learner takes of a machine that serves a class: memory, processes, disk, and processor time for an edit. */
export const learner: Bench = {
  name: 'learner',
  about: 'what one learner of a class takes of its machine',
  rounds: { full: 30, quick: 5 },
  measure,
};

async function measure({ rounds, quick, note }: BenchOptions): Promise<BenchResult> {
  if (process.platform !== 'linux') {
    const why = 'it is read from /proc, which only Linux has';
    return { series: {}, judged: [absent('memory at rest, PSS', '<= 250 MB', why)] };
  }
  const server = await startWorkbench({ pages: false });
  try {
    note('started');
    const started = await settledMemory(server.pid);
    if (!quick) await untilFewer(server.pid, started.processes);
    const rest = await settledMemory(server.pid);
    const client = await signIn(server.url);
    note('an early lesson');
    const early = await openSession(client, LESSONS.early);
    const open = await settledMemory(server.pid);
    const edits = await edited(server, { session: early, text: await entryOf(client, LESSONS.early), rounds, note });
    const after = await settledMemory(server.pid);
    early.leave();
    note('a late lesson');
    const late = await openSession(client, LESSONS.late);
    const lateOpen = await settledMemory(server.pid);
    const lateText = await entryOf(client, LESSONS.late);
    const lateEdits = await edited(server, { session: late, text: lateText, rounds, note });
    const temporary = await temporaryBytes(server.pid);
    late.leave();
    const disk = await bytesBelow(server.home);
    note('more learners');
    const more = await oneMore();
    const all = [started, rest, open, edits.most, after, lateOpen, lateEdits.most];
    const most = (of: (memory: Memory) => number) => Math.max(...all.map(of));
    return {
      series: {},
      judged: [
        atMost('memory at rest, PSS', rest.pss, 200, 'MB'),
        atMost('memory with a lesson open, PSS', Math.max(open.pss, lateOpen.pss), 600, 'MB'),
        atMost(
          'most memory that was seen, PSS',
          most(({ pss }) => pss),
          700,
          'MB',
        ),
        atMost('memory of one more learner with a lesson open, PSS', more, 500, 'MB'),
        atMost(
          'most processes',
          most(({ processes }) => processes),
          12,
          'processes',
        ),
        atMost('processor time of an edit, early lesson', edits.cpuMs, 1_000, 'ms'),
        atMost('processor time of an edit, late lesson', lateEdits.cpuMs, 2_500, 'ms'),
        atMost('disk of the home', megabytes(disk), 10, 'MB'),
        atMost('disk of the temporary folder', megabytes(temporary), 100, 'MB'),
      ],
      details: { lessons: LESSONS, started, rest, open, edits, after, lateOpen, lateEdits, disk, temporary, more },
    };
  } finally {
    await server.stop();
  }
}

type Work = { session: SessionDriver; text: string; rounds: number; note: BenchOptions['note'] };
type Edits = { cpuMs: number; most: Memory };

/** Edits one after the other, each of them checked: processor time of one, and the most memory that was seen after one. */
async function edited(server: WorkbenchServer, { session, text, rounds, note }: Work): Promise<Edits> {
  const before = await cpuOf(await processTree(server.pid));
  const seen: Memory[] = [];
  for (let edit = 1; edit <= rounds; edit += 1) {
    const { revision } = await session.edit(`${text}\n// ${edit}\n`);
    await session.checked(revision, 60_000);
    seen.push(await memoryOf(await processTree(server.pid)));
    note(`edit ${edit}`);
  }
  // The processes that replace those that were used belong to the edits, too.
  await settledMemory(server.pid);
  const spent = (await cpuOf(await processTree(server.pid))) - before;
  const most = (of: (memory: Memory) => number) => Math.max(...seen.map(of));
  return {
    cpuMs: Math.round(spent / rounds),
    most: { processes: most((one) => one.processes), rss: most((one) => one.rss), pss: most((one) => one.pss) },
  };
}

/** How many learners beside the first: what each adds differs little, and a mean of some says it. */
const MORE = 3;

/** Memory (MB) that one more learner adds to a machine where another has the same lesson open. */
async function oneMore(): Promise<number> {
  const servers: WorkbenchServer[] = [];
  const open = async () => {
    const server = await startWorkbench({ pages: false });
    servers.push(server);
    const session = await openSession(await signIn(server.url), LESSONS.early);
    await settledMemory(server.pid);
    return session;
  };
  const pss = async () => {
    const trees = await Promise.all(servers.map(({ pid }) => processTree(pid)));
    return (await memoryOf(trees.flat())).pss;
  };
  try {
    const sessions = [await open()];
    const first = await pss();
    for (let more = 1; more <= MORE; more += 1) sessions.push(await open());
    const all = await pss();
    for (const session of sessions) session.leave();
    return Math.round((all - first) / MORE);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function entryOf(client: Client, lessonId: string): Promise<string> {
  const { files, entry } = await client.session.open({ lessonId, track: 'fastify' });
  return files.find(({ path }) => path === entry)?.text ?? '';
}

/** What the pool of this server keeps below the system's temporary folder, in bytes. */
async function temporaryBytes(pid: number): Promise<number> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(`routewright-code-${pid}-`));
  const sizes = await Promise.all(names.map((name) => bytesBelow(join(tmpdir(), name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Blocks that the files below a folder occupy, in bytes; a file that goes meanwhile counts nothing. */
async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({ parentPath, name }) =>
      stat(join(parentPath, name)).then(
        ({ blocks }) => blocks * 512,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10;
