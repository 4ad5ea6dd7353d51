import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesFromOutside, preparedText } from './preparations.ts';
import { childrenOf, straysOf } from './processes.ts';
import { type Program, readCorpus } from './program.ts';
import { cleanUp, type Outcome, runProgram } from './run-program.ts';
import { isKept, openPlace, type Place } from './workbench.ts';

/** The idle pool and the one that is live. */
const MOST_PROCESSES = 5;
const TURN_MS = 50;
const RECOVERY_MS = 1_000;
const GOOD = { lists: 'passed', 'goes-on': 'passed', 'as-planned': 'passed' };

let place: Place;
/** The groups of every learner process that there was. */
const groups = new Set<number>();
/** What an edit takes on this machine now, without anything hostile before it. */
let baselineMs = 0;
const figures: { name: string; recoveryMs: number; turnMs: number }[] = [];

beforeAll(async () => {
  place = await openPlace();
  const baseline: number[] = [];
  for (let edit = 0; edit < 5; edit += 1) baseline.push((await place.recover()).ms);
  baselineMs = baseline.sort((one, other) => one - other)[2] ?? 0;
  remember();
  await place.server.longestTurn();
});

afterAll(async () => {
  await place?.close();
  const worst = (key: 'recoveryMs' | 'turnMs') => figures.toSorted((one, other) => other[key] - one[key]).slice(0, 5);
  const show = (key: 'recoveryMs' | 'turnMs') =>
    worst(key)
      .map((figure) => `${figure.name} ${Math.round(figure[key])} ms`)
      .join(', ');
  console.log(`A good edit alone is live in ${Math.round(baselineMs)} ms.`);
  console.log(`The next good edit, slowest: ${show('recoveryMs')}`);
  console.log(`The server's longest turns: ${show('turnMs')}`);
});

test.for(readCorpus().map((program) => [program.name, program] as const))('%s', async ([name, program]) => {
  const errors = place.server.errors().length;
  const outcome = await runProgram(place, program);
  remember();
  judge(program, outcome);

  const { ms, verdicts } = await place.recover();
  remember();
  expect.soft(verdicts, 'the verdicts of the next good edit').toEqual(GOOD);
  expect.soft(ms, 'the next good edit is live in time').toBeLessThan(await allowedMs(ms));
  if (outcome.refused === undefined && bytesFromOutside(program.expect.prepare, '') === undefined) {
    for (const [path, text] of program.files) {
      const saved = path === 'src/app.ts' ? preparedText(program.expect.prepare, text, place.places) : text;
      expect.soft(await isKept(place, path, saved), `${path} is kept`).toBe(true);
    }
  }
  await cleanUp(place, program);
  await expect.poll(() => straysOf(place.server.pid, groups), { message: 'processes left behind' }).toEqual([]);
  await expect
    .poll(() => childrenOf(place.server.pid).length, { message: 'learner processes' })
    .toBeLessThanOrEqual(MOST_PROCESSES);
  const turnMs = await place.server.longestTurn();
  figures.push({ name, recoveryMs: ms, turnMs });
  expect.soft(turnMs, 'the server is never held up').toBeLessThanOrEqual(TURN_MS);
  expect.soft(place.server.errors().slice(errors), 'what the server writes to stderr').toBe('');
});

function judge({ expect: wanted, marked }: Program, outcome: Outcome): void {
  expectOneOf(outcome.refused, wanted.refused, 'the save');
  if (outcome.refused !== undefined) return;
  const last = wanted.ends ? outcome.end : outcome.start;
  const isLive = outcome.start?.status === 'live';
  const code = `the code of "${last?.failure?.message}"`;
  if (wanted.start !== 'either') expect.soft(outcome.start, 'the start').toMatchObject({ status: wanted.start });
  else if (!isLive) {
    expectOneOf(last?.failure?.code, wanted.code, code);
    return;
  }
  if (!wanted.ends && isLive) expect.soft(outcome.end, 'the end').toMatchObject({ status: 'live' });
  if (wanted.start !== 'either') expectOneOf(last?.failure?.code, wanted.code, code);
  if (wanted.says !== undefined) expect.soft(last?.failure?.message ?? '', 'the sentence').toContain(wanted.says);
  if (wanted.marked === true) expect.soft(last?.failure, 'the place').toMatchObject(marked ?? { line: '// here' });
  if (wanted.marked === false) expect.soft(last?.failure, 'the place').not.toHaveProperty('line');
  for (const [at, request] of wanted.requests.entries()) {
    const answer = outcome.answers[at];
    expectOneOf(answer?.error, request.error, `request ${at}`);
    if (request.status !== undefined) expect.soft(answer?.response?.status, `request ${at}`).toBe(request.status);
    for (const text of request.includes) expect.soft(answer?.response?.body ?? '', `request ${at}`).toContain(text);
    for (const text of request.excludes) expect.soft(answer?.response?.body ?? '', `request ${at}`).not.toContain(text);
  }
  const verdicts = Object.fromEntries(
    (outcome.checks?.verdicts ?? []).map(({ checkId, status, reason }) => [checkId, `${status} ${reason}`.trim()]),
  );
  for (const [id, text] of Object.entries(wanted.verdicts)) {
    const verdict = verdicts[id] ?? 'none';
    expect.soft(text.some((one) => verdict.startsWith(one)) ? text : verdict, `check ${id}`).toEqual(text);
  }
  if (wanted.console !== undefined) expect.soft(outcome.console, 'the console').toContain(wanted.console);
  if (wanted.hidden !== undefined) expect.soft(outcome.console, 'the console').not.toContain(wanted.hidden);
  if (wanted.dropped) expect.soft(outcome.dropped, 'lines left out').toBeGreaterThan(0);
}

/** On a machine that is busy now, a good edit that nothing hostile came before tells what is to be expected. */
async function allowedMs(ms: number): Promise<number> {
  const allowed = Math.max(RECOVERY_MS, 10 * baselineMs);
  return ms < allowed ? allowed : Math.max(allowed, 10 * (await place.recover()).ms);
}

function remember(): void {
  for (const { pid } of childrenOf(place.server.pid)) groups.add(pid);
}

function expectOneOf(code: string | undefined, wanted: readonly string[] | undefined, what: string): void {
  if (wanted === undefined) expect.soft(code, what).toBe(undefined);
  else expect.soft(wanted, what).toContain(code);
}
