import { openPlace } from '../../../src/server/sandbox/place.test-support.ts';
import { figuresOf } from '../../figures.ts';
import { BEGINS, type WatchedRun, watchedRun } from '../learner/watched-run.ts';
import type { Row } from '../row.ts';

const WITHIN_MS = 1_000;
const PEAK_MIB = 690;
const ROUNDS = 5;

/** Each grows until it is ended, as fast as it can: five on the heap, five beside it. */
const BOMBS: readonly { name: string; body: string }[] = [
  { name: 'arrays', body: 'const all: unknown[] = [];\nfor (;;) all.push(new Array(100_000).fill(all.length));' },
  {
    name: 'objects',
    body: "const all: unknown[] = [];\nfor (;;) all.push({ id: all.length, title: 'Book ' + all.length });",
  },
  {
    name: 'strings',
    body: "const all: string[] = [];\nfor (;;) all.push((all.length + ' ').repeat(10_000).toUpperCase());",
  },
  {
    name: 'lists in lists',
    body: 'const all: unknown[] = [];\nfor (;;) all.push([all.length, [all.length, [all.length]]]);',
  },
  {
    name: 'a list that grows between turns',
    body: 'const all: unknown[] = [];\nfor (;;) {\n  all.push(new Array(100_000).fill(all.length));\n  await new Promise((next) => setImmediate(next));\n}',
  },
  { name: 'buffers of 1 MB', body: 'const all: Buffer[] = [];\nfor (;;) all.push(Buffer.alloc(1_000_000, 1));' },
  { name: 'buffers of 64 MB', body: 'const all: Buffer[] = [];\nfor (;;) all.push(Buffer.alloc(64_000_000, 1));' },
  { name: 'one buffer of 4 GB', body: 'const all = Buffer.alloc(4_000_000_000, 1);\nreturn all.length;' },
  {
    name: 'typed arrays',
    body: 'const all: Float64Array[] = [];\nfor (;;) all.push(new Float64Array(1_000_000).fill(all.length));',
  },
  {
    name: 'a buffer that doubles',
    body: "let all = Buffer.from('book');\nfor (;;) {\n  all = Buffer.concat([all, all]);\n  await new Promise((next) => setImmediate(next));\n}",
  },
];

export const bombs: Row = {
  number: 8,
  figure: 'Heap and buffer bombs, 50',
  target: 'dead under 1 s, peak memory at most 690 MB, called RW_CODE_MEMORY',
  async measure({ quick, note }) {
    const rounds = quick ? 1 : ROUNDS;
    const runs: (WatchedRun & { name: string; right: boolean })[] = [];
    const place = await openPlace(1);
    try {
      for (let round = 0; round < rounds; round += 1) {
        for (const { name, body } of BOMBS) {
          const run = await watchedRun(place, { 'src/app.ts': program(body) });
          runs.push({ name, ...run, right: isRight(run) });
          note(`${runs.length} of ${rounds * BOMBS.length}`);
        }
      }
    } finally {
      await place.close();
    }
    const right = runs.filter((run) => run.right).length;
    const { p50, max } = figuresOf(runs.map((run) => run.ms ?? Number.POSITIVE_INFINITY));
    const peak = figuresOf(runs.map((run) => run.peakMiB)).max;
    return {
      status: right === runs.length ? 'met' : 'missed',
      measured: `${right} of ${runs.length}, median ${p50} ms, longest ${max} ms, peak ${peak} MiB`,
      how: `Each in a handler, ${rounds} times: ${BOMBS.map((bomb) => bomb.name).join(', ')}. Memory is VmHWM of the process, read every 2 ms.`,
      details: { runs },
    };
  },
};

function isRight({ failure, ms, peakMiB }: WatchedRun): boolean {
  return failure?.code === 'RW_CODE_MEMORY' && ms !== undefined && ms < WITHIN_MS && peakMiB <= PEAK_MIB;
}

function program(body: string): string {
  return `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/', async () => {
${`${BEGINS}\n${body}`.replace(/^/gm, '    ')}
  });
  return app;
}
`;
}
