import type { Preparation } from './preparation.ts';
import type { Probe } from './probe.ts';

const IMPORTS = `import childProcess from 'node:child_process';
import * as cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import inspector from 'node:inspector';
import Module, { createRequire, enableCompileCache, findPackageJSON, register, registerHooks } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { createTracing } from 'node:trace_events';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import v8 from 'node:v8';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
`;

const LONGEST_MS = 2_000;

/** The files of a program that tries the probes: as an API for the sandbox, and as a plain program. */
export function probeProgram(probes: readonly Probe[], at: Preparation): Record<string, string> {
  const tries = probes.map(({ id, tries }) => `  ${JSON.stringify(id)}: async () => {\n${tries}\n  },`);
  return {
    'src/tries.ts': `// @ts-nocheck
${IMPORTS}
const at = ${JSON.stringify(at)};
const tries = {
${tries.join('\n')}
};

/** { got } or { refused } with the reason. */
export async function attempt(id) {
  const tooLate = wait(${LONGEST_MS}, undefined, { ref: false }).then(() => Promise.reject(new Error('no answer')));
  try {
    const got = await Promise.race([tries[id](), tooLate]);
    return got ? { got: String(got).slice(0, 100) } : { refused: 'nothing' };
  } catch (error) {
    return { refused: String(error?.code ?? error?.message).slice(0, 200) };
  }
}

export const ids = Object.keys(tries);
`,
    'src/app.ts': `import Fastify from 'fastify';
import { attempt } from './tries.ts';

export function buildApp() {
  const app = Fastify();
  app.get('/', async (request) => attempt((request.query as { id: string }).id));
  return app;
}
`,
    'src/plain.ts': `import { attempt, ids } from './tries.ts';

for (const id of ids) {
  const outcome = await attempt(id);
  await new Promise((sent) => process.send({ id, outcome }, sent));
}
process.exit();
`,
    'extra.txt': 'extra',
  };
}
