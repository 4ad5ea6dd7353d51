import type { Random } from '../random.ts';
import { hostileValue } from './hostile-values.ts';
import { spoil } from './spoil.ts';

/** What an honest learner process reports; every hostile line is made from one of these. */
const HONEST: readonly { message: Record<string, unknown>; optional: readonly string[] }[] = [
  { message: { type: 'rehearsed' }, optional: [] },
  { message: { type: 'pong' }, optional: [] },
  {
    message: { type: 'ready', port: 4711, openapi: { openapi: '3.1.0' }, routes: [{ method: 'GET', path: '/' }] },
    optional: [],
  },
  {
    message: { type: 'failed', failure: { code: 'RW_CODE_THROWS', message: 'no', file: 'src/app.ts', line: 1 } },
    optional: [],
  },
  {
    message: { type: 'traffic', entries: [{ at: 1, method: 'GET', url: '/', status: 200, ms: 1 }], dropped: 0 },
    optional: [],
  },
];

/** One line (without its end) that no honest process writes. None of them is a message by chance: see `spoil`. */
export function hostileLine(random: Random): Buffer {
  const { message, optional } = random.pick(HONEST);
  const text = JSON.stringify(message);
  return random.pick<() => Buffer>([
    () => Buffer.from(JSON.stringify(spoil(message, optional, random))),
    () => Buffer.from(JSON.stringify(spoil(message, optional, random))),
    () => Buffer.from(JSON.stringify({ ...message, type: hostileValue(random) })),
    () =>
      Buffer.from(
        JSON.stringify({ ...message, type: random.pick(['READY', 'run', 'ping', 'ready ', '__proto__', 'exit']) }),
      ),
    () => Buffer.from(text.slice(0, 1 + random.whole(text.length - 2))),
    () => Buffer.from(`${text}${text}`),
    () => Buffer.from(`${'['.repeat(20_000)}`),
    () => Buffer.from(`{"type":"ready","port":1,"routes":[],"openapi":${'{"a":'.repeat(5_000)}1`),
    () => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xfe, 0x00])]),
    () => Buffer.from(text.replace('"', '\u0000')),
    () =>
      Buffer.from(
        JSON.stringify({ type: 'ready', port: random.pick([0, -1, 65_536, 1.5, '80']), openapi: null, routes: [] }),
      ),
    () => Buffer.from(JSON.stringify({ type: 'failed', failure: { code: 'RW_NOT_THERE', message: 'x' } })),
    () =>
      Buffer.from(JSON.stringify({ type: 'failed', failure: { code: 'RW_CODE_THROWS', message: 'x'.repeat(4_001) } })),
    () =>
      Buffer.from(
        JSON.stringify({
          type: 'traffic',
          entries: [{ at: 1, method: 'x'.repeat(17), url: '/', status: 1, ms: 1 }],
          dropped: 0,
        }),
      ),
    () => Buffer.from(JSON.stringify({ type: 'traffic', entries: [], dropped: -1 })),
  ])();
}
