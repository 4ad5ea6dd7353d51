import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { StartFailure, TestVariant } from '../../contract/sandbox.ts';
import type { LogLine } from '../../contract/session.ts';
import type { CountedRanges, FileCoverage, TestResult } from '../../contract/test-result.ts';
import { exitFailure } from '../sandbox/exit-failure.ts';
import type { LearnerProcess } from '../sandbox/learner-process.ts';
import type { LogSink } from '../sandbox/log-ring.ts';
import type { SandboxPool } from '../sandbox/pool.ts';
import { coverageOf } from './code-lines.ts';
import { placeVariants, type TestLab, type VariantToRun } from './place-variants.ts';
import type { Variant } from './variants.ts';

/** Hooks of suites have no limit of their own, and each test may take its time once more to be cut off. */
const SILENT_MS = 2 * LIMITS.testMs + 1_000;

export type TestReports = {
  onResult: (variant: Variant, result: TestResult) => void;
  /** The variant is through; `failure`: its tests could not be run. */
  onTested: (variant: Variant, failure: StartFailure | undefined, coverage: FileCoverage[] | undefined) => void;
  onLog?: (lines: LogLine[], dropped: number) => void;
};

/** What ended a process before its last variant was through, and in which test. */
export type Broken = {
  variant: Variant;
  failure: StartFailure;
  test: Pick<TestResult, 'name' | 'file' | 'line'> | null;
};

/**
 * Runs variants in one process of the pool, one after the other, until all are through (null) or one breaks it.
 * Throws the signal's reason when aborted, or RW_HOST_RUNTIME. The process is gone then in all cases.
 */
export async function runInProcess(
  pool: Pick<SandboxPool, 'take' | 'strip'>,
  order: { variants: readonly VariantToRun[]; files: string[]; lab: TestLab },
  reports: TestReports,
  signal: AbortSignal,
): Promise<Broken | null> {
  const process = await pool.take('checks', signal);
  try {
    const variants = await placeVariants(process.folder, order.variants, order.lab, pool.strip);
    signal.throwIfAborted();
    const ended = watch(process, order.variants, reports, signal, (at, counted) => coverage(counted, variants[at]));
    process.send({ type: 'test', variants, files: order.files });
    return await ended;
  } finally {
    process.kill();
    // What it printed last is handed on with its end.
    if (reports.onLog && !signal.aborted) await process.exited;
  }
}

function watch(
  process: LearnerProcess,
  variants: readonly VariantToRun[],
  reports: TestReports,
  signal: AbortSignal,
  linesOf: (at: number, counted: CountedRanges[]) => FileCoverage[],
): Promise<Broken | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Broken | null>();
  let at = 0;
  let running: Broken['test'] = null;
  const broken = (failure: StartFailure) => {
    const variant = variants[at]?.variant;
    resolve(variant ? { variant, failure, test: running } : null);
  };
  const silent = setTimeout(() => {
    broken({ code: 'RW_CODE_STALLED', message: errorMessage('RW_CODE_STALLED', { ms: SILENT_MS }) });
  }, SILENT_MS);
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (reports.onLog) process.log(withoutFolder(reports.onLog, process.folder));
  process.listen((message) => {
    const current = variants[at]?.variant;
    // A message about another variant than the one that runs is no message of ours.
    if (!current || ('variant' in message && message.variant !== at)) return;
    if (message.type !== 'pong') silent.refresh();
    if (message.type === 'test-begun') running = message.test;
    else if (message.type === 'test-ended') {
      if (message.result.name === running?.name) running = null;
      reports.onResult(current, message.result);
    } else if (message.type === 'tested') {
      running = null;
      const lines = message.counted && linesOf(at, message.counted);
      at += 1;
      reports.onTested(current, message.failure, lines);
      if (at === variants.length) resolve(null);
    } else if (message.type === 'failed') broken(message.failure);
  });
  void process.exited.then((exit) => broken(process.failures[0] ?? exitFailure(exit)));
  if (signal.aborted) abort();
  return promise.finally(() => {
    clearTimeout(silent);
    signal.removeEventListener('abort', abort);
  });
}

/** Paths that the learner's own program prints are those of a folder that the learner does not know. */
function withoutFolder(sink: LogSink, folder: string): LogSink {
  const own = `${folder}/0/`;
  return (lines, dropped) =>
    sink(
      lines.map((line) => ({ ...line, text: line.text.replaceAll(own, '') })),
      dropped,
    );
}

function coverage(counted: readonly CountedRanges[], variant: TestVariant | undefined): FileCoverage[] {
  return counted.flatMap((file) => {
    const code = variant && codeOf(file.path, variant);
    return code === undefined ? [] : [coverageOf(file, code)];
  });
}

/**
 * The code that was counted. On a busy machine the types of a file may not be taken away in time, and the process does it
 * itself; everything stands in the same place then, only that a line of nothing but types counts as one that ran.
 */
function codeOf(file: string, { stripped, workspace }: TestVariant): string | undefined {
  const known = stripped[file];
  if (known) return 'code' in known ? known.code : undefined;
  try {
    return readFileSync(path.join(workspace, file), 'utf8');
  } catch {
    // What the process names is untrusted: there may be no such file.
    return undefined;
  }
}
