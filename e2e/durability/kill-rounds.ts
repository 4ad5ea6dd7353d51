import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyCourse } from '../hosts/course-copy.ts';
import { type Client, signIn } from '../hosts/workbench-client.ts';
import { startWorkbench, type WorkbenchServer } from '../hosts/workbench-server.ts';
import { progressFaults, readLesson, temporaryFiles } from './dead-home.ts';
import { ExpectedFiles } from './expected-files.ts';
import { untilGone } from './processes.ts';
import { SavedProgress } from './saved-progress.ts';
import { firstOpened, type Lesson, SavingSession } from './saving-session.ts';
import { type Chance, seeded } from './seeded.ts';
import { Texts } from './texts.ts';

/** What many kills did, in all. Lists name the round. */
export type Kills = {
  seed: number;
  kills: number;
  /** Kills with a save that was sent and not answered. */
  unanswered: number;
  /** Of these, kills that left a trace of it: a temporary file, or a text that stands there without having been answered. */
  hits: number;
  /** Answered saves. */
  acknowledged: number;
  /** Times of answered edits under this load (ms). */
  times: number[];
  torn: string[];
  lost: string[];
  /** Anything else that was not as it must be after the restart. */
  other: string[];
  /** From the kill until every process of the dead server was gone (ms), the longest. */
  goneMs: number;
};

export type KillOptions = {
  /** At most. */
  kills: number;
  /** Asked after each kill: true ends the run early. */
  isEnough?: (tally: Kills) => boolean;
  seed: number;
  /** What gets SIGKILL: the server alone, or its process group. */
  what: 'process' | 'group';
  note?: (text: string) => void;
  /** Modules that the server loads before its own: the proof of this harness makes saving worse with them. */
  preload?: readonly string[];
};

const TRACK = 'good/fastify';
const LESSONS: [string, ...string[]] = ['plan-books', 'list-books', 'create-book'];
/** The kill comes after fewer answered saves than this, however busy the machine is, */
const SAVES = 40;
/** and then at a moment within this time (ms): about as long as one save takes. */
const MOMENT_MS = 10;
/** For processes of a dead server (ms): one that was just being started sees it when it gets there, on a busy machine late. */
const GONE_MS = 30_000;

/** Kills a workbench server again and again while it saves, and looks each time at what is there afterwards. */
export async function killRounds(options: KillOptions): Promise<Kills> {
  const { seed, kills } = options;
  const chance = seeded(seed);
  const texts = new Texts(chance);
  const course = await copyCourse();
  const server = await startWorkbench({
    course: course.dir,
    pages: false,
    ownGroup: true,
    preload: options.preload,
  });
  const tally: Kills = {
    ...{ seed, kills: 0, unanswered: 0, hits: 0, acknowledged: 0, times: [] },
    ...{ torn: [], lost: [], other: [], goneMs: 0 },
  };
  try {
    let client = await signIn(server.url);
    const lessons: [Lesson, ...Lesson[]] = [await firstOpened(client, LESSONS[0])];
    for (const id of LESSONS.slice(1)) lessons.push(await firstOpened(client, id));
    const progress = new SavedProgress();
    while (tally.kills < kills && !options.isEnough?.(tally)) {
      client = await oneKill({ server, client, lessons, progress, texts, chance, tally, what: options.what });
      options.note?.(`${tally.kills} of ${kills} kills, ${tally.hits} in the middle of a save`);
    }
  } finally {
    await server.stop();
    await course.remove();
  }
  return tally;
}

type Round = {
  server: WorkbenchServer;
  client: Client;
  lessons: [Lesson, ...Lesson[]];
  progress: SavedProgress;
  texts: Texts;
  chance: Chance;
  tally: Kills;
  what: 'process' | 'group';
};

/** Returns a client of the restarted server. */
async function oneKill({ server, lessons, progress, texts, chance, tally, what, ...round }: Round): Promise<Client> {
  const enough = Promise.withResolvers<void>();
  let wanted = 1 + chance.below(SAVES);
  const onSaved = () => {
    tally.acknowledged += 1;
    wanted -= 1;
    if (wanted === 0) enough.resolve();
  };
  const sessions = lessons.map((lesson) => new SavingSession({ client: round.client, lesson, chance, texts, onSaved }));
  const saving = Promise.all([...sessions.map((session) => session.save()), progress.save(round.client)]);
  // A refusal ends the round early; it is told below.
  await Promise.race([enough.promise, saving.catch(() => {})]);
  await new Promise((resolve) => setTimeout(resolve, chance.below(MOMENT_MS)));
  await server.kill(what);
  tally.kills += 1;
  await saving.catch((error: unknown) => tally.other.push(`${named(tally)}: refused: ${error}`));
  for (const { times } of sessions) tally.times.push(...times);
  const isUnanswered = lessons.some(({ expected }) => expected.underWay > 0) || progress.underWay > 0;
  if (isUnanswered) tally.unanswered += 1;

  tally.goneMs = Math.max(tally.goneMs, await untilGone(server.home, GONE_MS));
  const traces = await judgeDisk(server.home, lessons, tally);
  if (traces > 0) tally.hits += 1;
  if (chance.oneIn(2)) await forget(server.home, chance.pick(lessons));
  await server.restart();
  const client = await signIn(server.url);
  await judgeRestarted(server.home, client, lessons, progress, tally);
  return client;
}

/** Returns how many traces of saves that were under way it found. */
async function judgeDisk(home: string, lessons: Lesson[], tally: Kills): Promise<number> {
  let traces = (await temporaryFiles(home)).length;
  for (const { id, expected } of lessons) {
    const found = await readLesson(home, `${TRACK}/${id}`);
    const judged = expected.judge(found);
    tally.torn.push(...judged.torn.map((what) => `${named(tally)}, ${id}: ${what}`));
    tally.lost.push(...judged.lost.map((what) => `${named(tally)}, ${id}: ${what}`));
    traces += judged.beforeTheAnswer;
    expected.adopt(found);
  }
  return traces;
}

/** The lesson was never opened: its first files are made in the next round. */
async function forget(home: string, lesson: Lesson): Promise<void> {
  for (const part of ['workspaces', 'versions']) {
    await rm(join(home, part, TRACK, lesson.id), { recursive: true, force: true });
  }
  lesson.expected = new ExpectedFiles([]);
}

async function judgeRestarted(
  home: string,
  client: Client,
  lessons: Lesson[],
  progress: SavedProgress,
  tally: Kills,
): Promise<void> {
  const other = (what: string) => tally.other.push(`${named(tally)}: ${what}`);
  for (const left of await temporaryFiles(home)) other(`${left} was not swept`);
  for (const fault of progressFaults(home)) other(`progress: ${fault}`);
  for (const { code } of (await client.course.outline()).notices) other(`progress: ${code}`);
  tally.lost.push(...(await progress.lost(client)).map((what) => `${named(tally)}: ${what}`));
  for (const { id, expected } of lessons) {
    // One that was forgotten is opened in the next round, where the kill may meet it.
    if (expected.paths().length === 0) continue;
    const { files } = await client.session.open({ lessonId: id, track: 'fastify' });
    const shown = new Map(files.map(({ path, text }) => [path, text]));
    const paths = new Set([...shown.keys(), ...expected.paths()]);
    for (const path of paths) {
      if ((shown.get(path) ?? null) !== expected.text(path)) other(`${id}: ${path} is shown otherwise than it stands`);
    }
  }
}

function named(tally: Kills): string {
  return `kill ${tally.kills} of seed ${tally.seed}`;
}
