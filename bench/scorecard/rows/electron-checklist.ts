import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findElectron, whyNoDesktop } from '../../../scripts/setup/electron.mjs';
import { pinnedNode, ROOT } from '../../../scripts/setup/pinned-node.mjs';
import { CHECKLIST, TEST_FILES } from '../electron/checklist.ts';
import type { Row } from '../row.ts';

const Report = z.looseObject({
  testResults: z.array(
    z.looseObject({ assertionResults: z.array(z.looseObject({ title: z.string(), status: z.string() })) }),
  ),
});

/** What of Electron's checklist is shown without Electron itself; the rest needs the program and a display. */
export const electronChecklist: Row = {
  number: 17,
  figure: "Electron's security checklist",
  target: '20 of 20',
  async measure() {
    const passed = await passedTests();
    const shown = CHECKLIST.filter((item) => item.preferences !== undefined || item.tests !== undefined);
    const broken = shown.filter(
      ({ preferences, tests = [] }) => preferences?.() === false || !tests.every((test) => passed.has(test)),
    );
    const open = CHECKLIST.filter((item) => !shown.includes(item)).map(({ number, title }) => `${number} (${title})`);
    const why = findElectron() === null ? 'Electron is not on this machine' : whyNoDesktop();
    return {
      status: broken.length > 0 ? 'missed' : 'absent',
      measured: `${shown.length - broken.length} of 20 hold without Electron${
        broken.length > 0 ? `; broken: ${broken.map((item) => item.title).join(', ')}` : ''
      }`,
      how: `the one window's options, and unit tests by name; open: ${open.join(', ')}, and frames and sandbox in the program itself (e2e/specs/desktop.spec.ts with REQUIRE_ELECTRON=1)${
        why === null ? '' : `: ${why}`
      }`,
      details: { passed: [...passed] },
    };
  },
};

/** Names of the tests that passed just now. */
async function passedTests(): Promise<Set<string>> {
  const dir = await mkdtemp(join(tmpdir(), 'routewright-checklist-'));
  const file = join(dir, 'report.json');
  try {
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', ...TEST_FILES, '--reporter=json', `--outputFile=${file}`];
    await once(spawn(pinnedNode(), args, { cwd: ROOT, stdio: 'ignore' }), 'close');
    const { testResults } = Report.parse(JSON.parse(await readFile(file, 'utf8')));
    const tests = testResults.flatMap((result) => result.assertionResults);
    return new Set(tests.filter((test) => test.status === 'passed').map((test) => test.title));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
