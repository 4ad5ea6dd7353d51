import type { Row } from './row.ts';
import { hostileArchives } from './rows/archives.ts';
import { bombs } from './rows/bombs.ts';
import { burst } from './rows/burst.ts';
import { busyLoop } from './rows/busy-loop.ts';
import { durabilityFaults } from './rows/durability-faults.ts';
import { durabilityKills } from './rows/durability-kills.ts';
import { electronChecklist } from './rows/electron-checklist.ts';
import { electronFuses } from './rows/electron-fuses.ts';
import { exits } from './rows/exits.ts';
import { falseAlarms } from './rows/false-alarms.ts';
import { hostileCalls } from './rows/hostile-calls.ts';
import { hostileServers } from './rows/hostile-servers.ts';
import { lastLines } from './rows/last-lines.ts';
import { logFlood } from './rows/log-flood.ts';
import { loopbackAttacks } from './rows/loopback.ts';
import { hostileMarkdown } from './rows/markdown.ts';
import { hostileOpenApi } from './rows/openapi.ts';
import { orphans } from './rows/orphans.ts';
import { permissions } from './rows/permissions.ts';
import { stalls } from './rows/stalls.ts';

/** The scorecard, in order. */
export const ROWS: readonly Row[] = [
  hostileArchives,
  hostileMarkdown,
  hostileOpenApi,
  loopbackAttacks,
  busyLoop,
  stalls,
  falseAlarms,
  bombs,
  logFlood,
  lastLines,
  orphans,
  exits,
  burst,
  hostileServers,
  durabilityKills,
  durabilityFaults,
  electronChecklist,
  electronFuses,
  permissions,
  hostileCalls,
];
