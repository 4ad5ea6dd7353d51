import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pinnedNode } from '../../../scripts/setup/pinned-node.mjs';
import { RoutewrightError } from '../../../src/contract/errors.ts';
import { sendRequest } from '../../../src/server/checks/http-client.ts';
import { BEHAVIOURS } from '../hostile-servers/behaviours.ts';
import { countTaken, type Taken } from '../hostile-servers/decoded-bytes.ts';
import type { Row } from '../row.ts';

const PROGRAM = fileURLToPath(new URL('../hostile-servers/hostile-apis.ts', import.meta.url));
const LIMIT = { ms: 2_100, bytes: 1.1 * 1024 * 1024 };
/** As long as a client without limits of its own is watched. */
const UNLIMITED_MS = 2_500;
const ROUNDS = 3;
const QUICK = ['endless body', 'drips its body', 'gzip bomb', 'headers of 1 MB', 'not HTTP', 'redirects to itself'];
/** Must be beyond the limits for a client that has none, or the servers are not hostile. */
const BITES = ['endless body', 'endless chunks', 'silent', 'drips its body', 'gzip bomb', 'brotli bomb', 'zstd bomb'];

type Sample = Taken & { kind: string; ms: number; outcome: string };

/** The HTTP client of the checks against APIs that mean harm. */
export const hostileServers: Row = {
  number: 14,
  figure: 'Hostile HTTP servers, 9 kinds or more',
  target: '<= 2.1 s and <= 1.1 MiB each',
  async measure({ quick, note }) {
    const names = Object.keys(BEHAVIOURS);
    const kinds = quick ? QUICK : names;
    const apis = await startApis();
    try {
      const at = (kind: string) => `/${names.indexOf(kind)}/start`;
      const samples: Sample[] = [];
      for (let round = 1; round <= (quick ? 1 : ROUNDS); round += 1) {
        for (const kind of kinds) {
          note(`${kind}, round ${round}`);
          samples.push(await exchange(kind, () => checked(apis.url, at(kind))));
        }
      }
      const control: Sample[] = [];
      for (const kind of quick ? BITES.slice(0, 1) : BITES) {
        note(`${kind}, without limits`);
        control.push(await exchange(kind, () => unlimited(apis.url + at(kind))));
      }
      const harmless = control.filter((sample) => !isBeyond(sample)).map((sample) => sample.kind);
      if (harmless.length > 0)
        throw new Error(`Not even a client without limits is harmed by: ${harmless.join(', ')}.`);
      const beyond = [...new Set(samples.filter(isBeyond).map((sample) => sample.kind))];
      const slowest = Math.max(...samples.map((sample) => sample.ms));
      const largest = Math.max(...samples.map((sample) => sample.decoded));
      return {
        status: beyond.length === 0 ? 'met' : 'missed',
        measured: `${kinds.length} kinds: slowest ${(slowest / 1_000).toFixed(2)} s, largest ${mib(largest)} MiB decoded${
          beyond.length > 0 ? `; beyond: ${beyond.join(', ')}` : ''
        }`,
        how: `the checks' own client, ${samples.length} requests to servers in a process apart; bytes counted where streams hand them on; a client without limits is harmed by ${control.length} of ${control.length} tried`,
        details: { samples, control },
      };
    } finally {
      apis.stop();
    }
  },
};

function isBeyond(sample: Sample): boolean {
  return sample.ms > LIMIT.ms || sample.decoded > LIMIT.bytes;
}

async function exchange(kind: string, run: () => Promise<string>): Promise<Sample> {
  const startedAt = performance.now();
  let outcome = '';
  let ms = 0;
  const taken = await countTaken(async () => {
    outcome = await run();
    ms = Math.round(performance.now() - startedAt);
    // What still arrives after the client has answered is counted as well.
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  return { kind, ms, outcome, ...taken };
}

/** The client of the checks; any error but those of its table is a defect. */
async function checked(url: string, path: string): Promise<string> {
  try {
    const { status, body } = await sendRequest(url, { method: 'GET', path, headers: {} }, new AbortController().signal);
    return `${status}, ${body.length} characters`;
  } catch (error) {
    if (error instanceof RoutewrightError) return error.code;
    throw error;
  }
}

/** The control: follows, decodes and waits as it is told to, and only counts. */
async function unlimited(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(UNLIMITED_MS) });
    const reader = answer.body?.getReader();
    while (reader && !(await reader.read()).done);
    return `${answer.status}`;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

async function startApis(): Promise<{ url: string; stop(): void }> {
  const child = spawn(pinnedNode(), [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('close', (code) => reject(new Error(`The hostile servers ended with ${code}.`)));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => child.stdin.end() };
}

function mib(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(2);
}
