import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { errorMessage } from './errors.ts';
import { LIMITS } from './limits.ts';

const PAGE = new URL('../../docs/how-your-code-is-run.md', import.meta.url);
const MIB = 1024 * 1024;

const count = (value: number) => value.toLocaleString('en');
const seconds = (ms: number) => (ms === 1_000 ? '1 second' : `${ms / 1_000} seconds`);

test.for([
  ['Time until `buildApp` has finished', seconds(LIMITS.startMs)],
  ['Time in which your code does nothing else', seconds(LIMITS.stallMs)],
  ['Memory for values', `${LIMITS.heapMiB} MB`],
  ['Memory altogether, with buffers', `${LIMITS.residentMiB} MB`],
  ['One answer to a check, until its last byte', seconds(LIMITS.requestMs)],
  ['Size of one answer', `${LIMITS.responseBytes / MIB} MB`],
  ['All checks of one edit', seconds(LIMITS.checkRunMs)],
  ['One test of yours', seconds(LIMITS.testMs)],
  ['Size of a database', `${LIMITS.databaseMiB} MB`],
  ['Output that waits to be shown', `${LIMITS.logRingBytes / MIB} MB, 2 MB a second`],
  ['Size of one file', `${LIMITS.workspaceFileBytes / MIB} MB`],
  ['Files of a workspace', count(LIMITS.workspaceFiles)],
  ['Your plan', `${count(LIMITS.planChars)} characters`],
  ['Your OpenAPI document', `${LIMITS.documentBytes / 1024} KB, ${count(LIMITS.documentParts)} parts`],
  ['Routes that are shown', count(LIMITS.routes)],
] as const)('the page "How your code is run" tells the limit: %s', async ([what, limit]) => {
  const page = await readFile(PAGE, 'utf8');
  const row = page.split('\n').find((line) => line.startsWith(`| ${what} `)) ?? 'none';
  expect(row.split('|')[2]?.trim()).toBe(limit);
});

test.for([
  errorMessage('RW_CODE_NEVER_READY', { ms: LIMITS.startMs }),
  errorMessage('RW_CODE_STALLED', { ms: LIMITS.stallMs }).split(':')[0] ?? '',
  errorMessage('RW_CODE_MEMORY', { limit: LIMITS.heapMiB }).replace(/\.$/, ''),
  errorMessage('RW_TEST_HANGS', { ms: LIMITS.testMs }),
  errorMessage('RW_CHECK_TIMEOUT', { ms: LIMITS.requestMs }),
  errorMessage('RW_CHECK_TOO_LARGE', { limit: LIMITS.responseBytes }),
])('the page quotes what the learner reads: %s', async (sentence) => {
  expect(await readFile(PAGE, 'utf8')).toContain(`"${sentence}`);
});
