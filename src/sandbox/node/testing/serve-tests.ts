import path from 'node:path';
import { errorMessage } from '../../../contract/errors.ts';
import { LIMITS } from '../../../contract/limits.ts';
import type { FromSandbox, ToSandbox } from '../../../contract/sandbox.ts';
import type { EnterLab } from '../enter-lab.ts';
import { exitNow } from '../guard-exit.ts';
import { report } from '../report.ts';
import { takeStrippedFiles } from '../stripped-files.ts';
import { enterWorkspace, type Workspace } from '../workspace.ts';
import { countedRanges } from './counted-ranges.ts';
import { paced } from './paced.ts';
import type { Counter } from './profiler.ts';
import { runFiles } from './run-files.ts';
import { hangs, resultOf, testNames } from './test-results.ts';
import { rememberState } from './tidy.ts';

type TestCommand = Extract<ToSandbox, { type: 'test' }>;
type Tested = Extract<FromSandbox, { type: 'tested' }>;

export type TestHost = {
  counter: Counter;
  /** Called before the code of a variant is loaded. */
  enterLab: EnterLab;
  /** Called with the folder of a variant before its code is loaded. */
  watch: (workspace: Workspace) => void;
};

/** A program with a bug may hang in every test: there a test may take so many times as long as the slowest one that passed. */
const SLOWEST = 20;
const LEAST_MS = 500;
/** The runner limits tests itself, but not those in suites; where it does it comes first. */
const GRACE_MS = 250;

// Tests may put mocks in their place.
const { setTimeout: later, clearTimeout: stop } = globalThis;

/**
 * Runs the test files against each variant, one after the other in this process, with Node's own test runner. Each variant
 * has its folder and so its own modules. What happens is reported as it happens; a variant that hangs or ends the process
 * is the last one, and the server goes on with a new process.
 *
 * All code here shares one process with the tests, which could therefore report what they like. That is their own grade
 * only: the server takes results by the names of tests, and a test that fails on the right solution catches nothing.
 */
export async function serveTests(command: TestCommand, host: TestHost): Promise<void> {
  // Loaded now, and not in every process.
  const runner = await import('node:test');
  const send = paced(report);
  // What a test leaves behind may fail when nobody runs any more.
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => {});
  const tidy = rememberState(runner.mock);
  let slowest = 0;
  let timer: NodeJS.Timeout | undefined;
  for (const [variant, { workspace: dir, stripped, skip, coverage, env, endsAtHang }] of command.variants.entries()) {
    const workspace = enterWorkspace(dir);
    takeStrippedFiles(stripped);
    host.enterLab(env);
    process.chdir(dir);
    host.watch(workspace);
    if (coverage) host.counter.start();
    else mute();
    const began = performance.now();
    const names = testNames(command.files);
    const timeout = endsAtHang ? hangMs(slowest) : LIMITS.testMs;
    await runFiles(runner, {
      files: command.files.map((file) => path.join(dir, file)),
      cwd: dir,
      timeoutMs: timeout,
      skip: skip.map(exactly),
      onBegun: (event) => {
        stop(timer);
        if (event.type === 'test') timer = later(end, timeout + GRACE_MS, timeout);
        send({ type: 'test-begun', variant, test: names.begun(event) });
      },
      onEnded: (event) => {
        stop(timer);
        const result = resultOf(event, names.ended(event), workspace, timeout);
        if (!result) return;
        if (endsAtHang && hangs(event)) return end(timeout);
        if (result.status === 'passed') slowest = Math.max(slowest, result.ms);
        send({ type: 'test-ended', variant, result });
      },
    });
    const ms = performance.now() - began;
    const counted = coverage ? countedRanges(host.counter.stop(), command.files) : undefined;
    tidy();
    const tested: Tested = { type: 'tested', variant, ms, ...(counted && { counted }) };
    send(tested);
  }
}

/** Only what the learner's own program prints is of use to them. */
function mute(): void {
  for (const stream of [process.stdout, process.stderr]) stream.write = () => true;
}

/** How long (ms) a test may take in a program with a bug when the slowest that passed so far took `slowest`. */
function hangMs(slowest: number): number {
  if (slowest === 0) return LIMITS.testMs;
  return Math.round(Math.min(LIMITS.testMs, Math.max(LEAST_MS, SLOWEST * slowest)));
}

/** What comes after would hang as well, and what hangs would disturb what comes after. */
function end(ms: number): never {
  report({ type: 'failed', failure: { code: 'RW_TEST_HANGS', message: errorMessage('RW_TEST_HANGS', { ms }) } });
  return exitNow(0);
}

/** The runner knows a test by the names of its suites and its own, with blanks between. */
function exactly(name: string): RegExp {
  return new RegExp(`^${name.replaceAll(' › ', ' ').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
