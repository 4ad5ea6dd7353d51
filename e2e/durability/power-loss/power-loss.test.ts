import { beforeAll, describe, expect, test } from 'vitest';
import { judgeTrace, type PowerLoss } from './judge-trace.ts';
import type { Operation } from './operation.ts';
import { type Recorded, recordSaves } from './record-saves.ts';

const NOTHING = new Map<string, string>();
const note = (text: string) => process.stdout.write(`${text}\n`);

describe('a power cut after any operation of a save', () => {
  let recorded: Recorded;
  beforeAll(async () => {
    recorded = await recordSaves();
  });
  const judged = (trace: Operation[]): PowerLoss => judgeTrace(trace, recorded.saves, NOTHING);

  test('leaves nothing half under its name, and everything that was answered', () => {
    const result = judged(recorded.trace);
    note(`${result.moments} moments, ${result.outcomes} possible files, ${result.bad.length} bad`);
    expect(result.bad).toEqual([]);
    expect(result.answered).toBe(recorded.saves.length);
    expect(recorded.trace.filter((one) => one.op === 'fsync').length).toBeGreaterThan(recorded.saves.length * 2);
  });

  test.each([
    ['files were not synced before they are renamed', 'file', /may be empty/],
    ['folders were not synced', 'folder', /may be missing/],
  ] as const)('would show when %s', (_, kind, sign) => {
    const without = recorded.trace.filter((one) => one.op !== 'fsync' || one.kind !== kind);
    expect(judged(without).bad.join('\n')).toMatch(sign);
  });
});

test('a server that writes over the old text is found by the same model', async () => {
  const { trace, saves } = await recordSaves(new URL('../worse-saves.ts?how=truncate', import.meta.url).href);
  expect(judgeTrace(trace, saves, NOTHING).bad.join('\n')).toMatch(/src\/app\.ts may be empty/);
});
