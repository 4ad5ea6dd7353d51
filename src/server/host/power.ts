import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where Linux tells of batteries and mains. */
const SUPPLIES = '/sys/class/power_supply';

/** Whether this machine runs on its battery. False where that cannot be told: only Linux tells it in files. */
export function isOnBattery(supplies = SUPPLIES): boolean {
  const read = (name: string, file: string) => {
    try {
      return readFileSync(path.join(supplies, name, file), 'utf8').trim();
    } catch {
      return '';
    }
  };
  try {
    // A mouse has a battery too: its scope is the device.
    const names = readdirSync(supplies).filter((name) => read(name, 'scope') !== 'Device');
    const isFed = names.some((name) => read(name, 'type') !== 'Battery' && read(name, 'online') === '1');
    return !isFed && names.some((name) => read(name, 'type') === 'Battery' && read(name, 'status') === 'Discharging');
  } catch {
    return false;
  }
}
