import { openPlace } from '../../../src/server/sandbox/place.test-support.ts';
import { figuresOf } from '../../figures.ts';
import { linesHere } from '../learner/loops.ts';
import { BEGINS, type WatchedRun, watchedRun } from '../learner/watched-run.ts';
import type { Row } from '../row.ts';

const WITHIN_MS = 2_500;
const WITH_LINE = 4;
const ROUNDS = 5;

const KINDS: readonly { name: string; body: string; imports?: string }[] = [
  { name: 'busy loop', body: 'for (;;) {} // here' },
  { name: 'catastrophic regular expression', body: "return /^(a+)+$/.test('a'.repeat(50) + 'b'); // here" },
  {
    name: 'microtask spin',
    body: 'const again = (): void => queueMicrotask(again); // here\nagain();',
  },
  { name: 'Atomics.wait', body: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); // here' },
  {
    name: 'sort with a comparator that does not end',
    body: 'const slow = (a: number, b: number) => {\n  while (a !== b) a = (a + 1) % b; // here\n  return 0;\n};\nreturn [3, 2, 1].sort(slow); // here',
  },
  {
    name: 'pbkdf2Sync',
    body: "return pbkdf2Sync('a', 'b', 2_000_000_000, 64, 'sha512').length; // here",
    imports: "import { pbkdf2Sync } from 'node:crypto';\n",
  },
];

type Stall = WatchedRun & { name: string; dead: boolean; located: boolean };

export const stalls: Row = {
  number: 6,
  figure: 'Six kinds of stall',
  target: 'all dead under 2.5 s, at least 4 with the line',
  async measure({ quick, note }) {
    const rounds = quick ? 1 : ROUNDS;
    const runs: Stall[] = [];
    const place = await openPlace(1);
    try {
      for (let round = 0; round < rounds; round += 1) {
        for (const kind of KINDS) {
          const app = program(kind);
          const run = await watchedRun(place, { 'src/app.ts': app });
          const dead = run.failure?.code === 'RW_CODE_STALLED' && (run.ms ?? WITHIN_MS) < WITHIN_MS;
          const located = run.failure?.file === 'src/app.ts' && linesHere(app).includes(run.failure.line ?? 0);
          runs.push({ ...run, name: kind.name, dead, located });
          note(`${runs.length} of ${rounds * KINDS.length}`);
        }
      }
    } finally {
      await place.close();
    }
    const dead = runs.filter((run) => run.dead).length;
    const located = KINDS.filter(({ name }) => runs.every((run) => run.name !== name || run.located));
    const { max } = figuresOf(runs.map((run) => run.ms ?? Number.POSITIVE_INFINITY));
    return {
      status: dead === runs.length && located.length >= WITH_LINE ? 'met' : 'missed',
      measured: `${dead} of ${runs.length} dead, longest ${max} ms, ${located.length} of ${KINDS.length} kinds with the line each time`,
      how: `Each in a handler, ${rounds} times: ${KINDS.map((kind) => kind.name).join(', ')}.`,
      details: { runs },
    };
  },
};

function program({ body, imports = '' }: (typeof KINDS)[number]): string {
  const inside = `${BEGINS}\n${body}`.replace(/^/gm, '    ');
  return `import Fastify from 'fastify';\n${imports}
export async function buildApp() {
  const app = Fastify();
  app.get('/', async () => {
${inside}
  });
  return app;
}
`;
}
