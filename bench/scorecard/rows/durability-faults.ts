import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { judgeTrace } from '../../../e2e/durability/power-loss/judge-trace.ts';
import { recordSaves } from '../../../e2e/durability/power-loss/record-saves.ts';
import { pinnedNode, ROOT } from '../../../scripts/setup/pinned-node.mjs';
import { run } from '../../../scripts/setup/run.mjs';
import type { Row } from '../row.ts';

/** The tests of e2e/durability that make a disk fail. */
const TESTS = ['disk-model', 'failing-disk', 'full-disk', 'read-only'];

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export const durabilityFaults: Row = {
  number: 16,
  figure: 'Power-loss model, full disk, failing disk',
  target: '0 bad states',
  async measure({ note }) {
    note('a server saves, and all that it does to its disk is written down');
    const { trace, saves } = await recordSaves();
    const { moments, outcomes, answered, bad } = judgeTrace(trace, saves, new Map());
    note('a full disk, a failing one, one that can only be read');
    const tests = await testDisks();
    const failed = bad.length + (saves.length - answered) + tests.numFailedTests;
    const skipped = tests.numPendingTests;
    const status = failed > 0 ? 'missed' : skipped > 0 ? 'absent' : 'met';
    const without =
      skipped === 0 ? '' : ` ${skipped} tests need to mount a small disk and were skipped: run this as root on Linux.`;
    return {
      status,
      measured: `${bad.length} bad of ${outcomes} possible files at ${moments} moments; full and failing disk: ${tests.numFailedTests} of ${tests.numPassedTests + tests.numFailedTests} tests failed`,
      how: `${saves.length} saves of every kind by a real server, the power cut after each operation; a full tmpfs, EIO and EROFS at each call of a save, a home without rights.${without}`,
      details: { bad, tests: tests.testResults.flatMap((file) => file.assertionResults) },
    };
  },
};

async function testDisks() {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-scorecard-'));
  const report = join(folder, 'report.json');
  try {
    await run(
      pinnedNode(),
      [
        join(ROOT, 'node_modules/vitest/vitest.mjs'),
        ...['run', '--config', join(ROOT, 'e2e/durability/vitest.config.ts'), ...TESTS],
        ...['--reporter=json', `--outputFile=${report}`],
      ],
      { cwd: ROOT, env: process.env },
    );
    return Report.parse(JSON.parse(await readFile(report, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
