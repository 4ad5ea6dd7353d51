import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pinned-node.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 */

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} errors
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} about what it shows, in a few words
 * @property {string[]} args for the pinned Node
 * @property {(code: number) => Tally} tally from the exit code and the step's report
 * @property {boolean} [stream] long ones show their lines as they come
 * @property {Record<string, string>} [env]
 */

const bin = (/** @type {string} */ path) => join(ROOT, 'node_modules', path);
const REPORTS = join(ROOT, 'test-results');
const vitestReport = join(REPORTS, 'unit.json');
const hostileReport = join(REPORTS, 'hostile.json');
const durabilityReport = join(REPORTS, 'durability.json');
const siteReport = join(REPORTS, 'site.json');
const playwrightReport = join(REPORTS, 'e2e.json');

/** A tool counts as one test. */
const tool = (/** @type {number} */ code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** All that npm test runs, in this order. @type {Step[]} */
export const STEPS = [
  { name: 'types', about: 'every environment type-checks', args: [join(ROOT, 'scripts/types.ts')], tally: tool },
  {
    name: 'lint',
    about: 'format and lint',
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
    tally: tool,
  },
  {
    name: 'layers',
    about: 'the table of rooms',
    args: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...[
        'src',
        'site/src',
        'site/test',
        'site/astro.config.ts',
        'bench',
        'e2e',
        'scripts',
        '--config',
        '.dependency-cruiser.cjs',
      ],
    ],
    tally: tool,
  },
  { name: 'knip', about: 'no dead code', args: [bin('knip/bin/knip.js'), '--no-progress'], tally: tool },
  {
    name: 'supply',
    about: 'licences, notices and signatures of what is installed',
    args: [join(ROOT, 'scripts/supply/main.ts')],
    tally: tallySupply,
    stream: true,
  },
  {
    name: 'unit',
    about: 'unit and integration tests',
    args: [
      bin('vitest/vitest.mjs'),
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    ],
    tally: (code) => orElse(code, () => tallyVitest(read(vitestReport))),
    stream: true,
  },
  {
    name: 'lessons',
    about: 'the bundled course proves itself',
    args: [join(ROOT, 'src/cli/main.ts'), 'verify'],
    tally: tool,
    stream: true,
  },
  {
    name: 'hostile',
    about: 'programs that do everything wrong, and a session that still works after each of them',
    args: [
      bin('vitest/vitest.mjs'),
      ...['run', '--config', join(ROOT, 'e2e/hostile/vitest.config.ts')],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${hostileReport}`],
    ],
    tally: (code) => orElse(code, () => tallyVitest(read(hostileReport))),
    stream: true,
  },
  {
    name: 'durability',
    about: 'nothing is lost when the server is killed, the power fails or the disk is full',
    args: [
      bin('vitest/vitest.mjs'),
      ...['run', '--config', join(ROOT, 'e2e/durability/vitest.config.ts')],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${durabilityReport}`],
    ],
    env: { DURABILITY: 'short' },
    tally: (code) => orElse(code, () => tallyVitest(read(durabilityReport))),
    stream: true,
  },
  {
    name: 'site',
    about: 'the docs site: links, completeness, accessibility, figures',
    args: [
      join(ROOT, 'scripts/test-site.mjs'),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${siteReport}`],
    ],
    tally: (code) => orElse(code, () => tallyVitest(read(siteReport))),
    stream: true,
  },
  {
    name: 'e2e',
    about: 'the workbench in Chromium and on the desktop',
    args: [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    tally: (code) => orElse(code, () => tallyPlaywright(read(playwrightReport))),
    stream: true,
  },
];

/** Reports that a step writes; removed before it runs, so that an old one is never read. */
export const REPORT_FILES = [vitestReport, hostileReport, durabilityReport, siteReport, playwrightReport];

/**
 * Counts vitest's JSON report. A file that could not even be loaded counts as one failure.
 * @param {VitestReport} report
 * @returns {Tally}
 */
export function tallyVitest(report) {
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts Playwright's JSON report. What passes only sometimes counts as failed.
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
export function tallyPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * The licences are one test, the signatures another: with exit code 75 nobody could be asked for those.
 * @param {number} code
 * @returns {Tally}
 */
export function tallySupply(code) {
  return code === 75 ? { passed: 1, failed: 0, skipped: 1 } : { ...tool(code), passed: code === 0 ? 2 : 0 };
}

/**
 * The tally of a report; without one, or when the tool failed and its report does not say so, one failure.
 * @param {number} code
 * @param {() => Tally} tally
 * @returns {Tally}
 */
export function orElse(code, tally) {
  try {
    const counted = tally();
    const silent = counted.failed === 0 && (code !== 0 || counted.passed + counted.skipped === 0);
    return silent ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * The last line of npm test.
 * @param {Tally[]} tallies
 */
export function summary(tallies) {
  const sum = (/** @type {keyof Tally} */ key) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
