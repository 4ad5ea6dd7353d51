import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOnBattery } from './power.ts';

let supplies: string;
beforeEach(async () => {
  supplies = await mkdtemp(path.join(tmpdir(), 'routewright-power-'));
});
afterEach(() => rm(supplies, { recursive: true, force: true }));

async function supply(name: string, files: Record<string, string>): Promise<void> {
  await mkdir(path.join(supplies, name));
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(supplies, name, file), `${text}\n`);
}

describe('a machine is on its battery', () => {
  it('when that is discharged and nothing else feeds it', async () => {
    await supply('BAT0', { type: 'Battery', status: 'Discharging' });
    await supply('AC', { type: 'Mains', online: '0' });
    expect(isOnBattery(supplies)).toBe(true);
  });

  it('not when mains or a USB supply feed it', async () => {
    await supply('BAT0', { type: 'Battery', status: 'Discharging' });
    await supply('ucsi', { type: 'USB', online: '1' });
    expect(isOnBattery(supplies)).toBe(false);
  });

  it('not when only a mouse has one', async () => {
    await supply('hid-mouse', { type: 'Battery', status: 'Discharging', scope: 'Device' });
    expect(isOnBattery(supplies)).toBe(false);
  });

  it('not when the system does not tell', () => {
    expect(isOnBattery(path.join(supplies, 'nothing'))).toBe(false);
  });
});
