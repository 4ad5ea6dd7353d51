import type { LogLine } from '../../../src/contract/session.ts';
import { openPlace } from '../../../src/server/sandbox/place.test-support.ts';
import { StartFailedError } from '../../../src/server/sandbox/start-failed-error.ts';
import { untilCollected } from '../learner/process-state.ts';
import type { Row } from '../row.ts';

const LINES = 20_000;

/** Short lines: all of them fit into what the workbench takes of one process at once. */
const WRITE = `for (let n = 0; n < ${LINES}; n += 1) console.log(n);`;

const WAYS: readonly { name: string; write: string; app: (body: string) => string }[] = [
  { name: 'at start', write: WRITE, app: (body) => `${body}\nexport async function buildApp() {}\n` },
  { name: 'in a handler', write: WRITE, app: (body) => withApp(`app.get('/', async () => {\n${body}\n});`) },
  { name: 'in a timer', write: WRITE, app: (body) => withApp(`setTimeout(() => {\n${body}\n}, 100);`) },
  {
    name: 'to stderr',
    write: WRITE.replace('console.log', 'console.error'),
    app: (body) => withApp(`app.get('/', async () => {\n${body}\n});`),
  },
  {
    name: 'in one piece',
    write: `process.stdout.write(Array.from({ length: ${LINES} }, (_, n) => n + '\\n').join(''));`,
    app: (body) => withApp(`app.get('/', async () => {\n${body}\n});`),
  },
];

export const lastLines: Row = {
  number: 10,
  figure: 'Lines before process.exit',
  target: '20,000 of 20,000',
  async measure() {
    const place = await openPlace(1);
    const runs: { name: string; delivered: number; dropped: number; inOrder: boolean }[] = [];
    try {
      for (const { name, write, app } of WAYS) {
        const texts: string[] = [];
        let dropped = 0;
        const onLog = (lines: readonly LogLine[], lost: number) => {
          texts.push(...lines.filter((line) => line.stream !== 'workbench').map((line) => line.text));
          dropped += lost;
        };
        await place.pool.ready();
        const [pid = 0] = place.pool.pids();
        await place.run(app(`${write}\nprocess.exit();`), { onLog }).then(
          (api) => {
            fetch(api.url).catch(() => {});
            return api.ended;
          },
          (error: unknown) => {
            if (!(error instanceof StartFailedError)) throw error;
          },
        );
        await untilCollected(place.pool, pid);
        const inOrder = texts.every((text, at) => text === String(at));
        runs.push({ name, delivered: texts.length, dropped, inOrder });
      }
    } finally {
      await place.close();
    }
    const least = Math.min(...runs.map((run) => (run.inOrder ? run.delivered : 0)));
    return {
      status: least === LINES && runs.every((run) => run.delivered === LINES) ? 'met' : 'missed',
      measured: `${least.toLocaleString('en')} of ${LINES.toLocaleString('en')} in the worst of ${runs.length} ways`,
      how: `Lines in order, then process.exit: ${WAYS.map((way) => way.name).join(', ')}; counted where the pool hands them on.`,
      details: { runs },
    };
  },
};

function withApp(statement: string): string {
  return `import Fastify from 'fastify';\nexport async function buildApp() {\n  const app = Fastify();\n${statement}\nreturn app;\n}\n`;
}
