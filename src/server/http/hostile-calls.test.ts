import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ApiErrorData } from '../../contract/api.ts';
import { ERRORS } from '../../contract/errors.ts';
import { type Opened, openWorkbench, removeFolder, temporaryFolder } from '../workbench-for-tests.ts';

const CALLS = 1_500;
const PROCEDURES = [
  'course/outline',
  'lesson/view',
  'lesson/hint',
  'lesson/solution',
  'session/open',
  'session/edit',
  'session/create',
  'session/rename',
  'session/remove',
  'session/run',
  'session/reset',
  'session/versions',
  'session/restore',
  'session/answer',
  'session/send',
  'settings/set',
  'editor/types',
  'session/__proto__',
  'constructor/prototype',
  '%2e%2e/secret',
];

let opened: Opened;
let folder: string;
let sessionId: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  opened = await openWorkbench({ folder });
  ({ sessionId } = await opened.client.session.open({ lessonId: 'plan-books', track: 'fastify' }));
});
afterAll(async () => {
  await opened.workbench.close();
  await removeFolder(folder);
});

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Input that is wrong in one of many ways; never one that is right. */
function hostileInput(next: () => number): unknown {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const value = () =>
    pick<unknown>([
      null,
      '',
      -1,
      1e308,
      [],
      {},
      true,
      '../../../progress.sqlite',
      '/etc/passwd',
      'src/../../x',
      'a'.repeat(5_000),
      '\u0000',
      '__proto__',
      { $ref: '#' },
      [[[[[[]]]]]],
      'plan-books\n',
      "'; DROP TABLE lesson; --",
    ]);
  const keys = [
    'sessionId',
    'path',
    'text',
    'revision',
    'from',
    'to',
    'lessonId',
    'track',
    'version',
    'request',
    'key',
  ];
  const input: Record<string, unknown> = {};
  for (const key of keys) if (next() < 0.5) input[key] = value();
  if (next() < 0.5) input.sessionId = sessionId;
  if (next() < 0.3) Object.defineProperty(input, '__proto__', { value: { admin: true }, enumerable: true });
  // An unknown key makes every input wrong, whatever else stands in it.
  input.hostile = value();
  return pick([input, input, input, value(), [input]]);
}

test('hostile calls are answered from the table of errors, change nothing, and nothing is thrown', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const state = async () => ({
    settings: await opened.client.settings.all(),
    session: await opened.client.session.open({ lessonId: 'plan-books', track: 'fastify' }),
    outline: await opened.client.course.outline(),
  });
  const before = await state();
  const next = random(20_261_123);
  for (let n = 0; n < CALLS; n += 1) {
    const procedure = PROCEDURES[n % PROCEDURES.length] ?? '';
    const json = JSON.stringify({ json: hostileInput(next), meta: next() < 0.1 ? [[0, '__proto__', 'polluted']] : [] });
    const body = next() < 0.1 ? json.slice(0, Math.floor(next() * json.length)) : json;
    const headers = { ...opened.headers, 'content-type': 'application/json' };
    const answer = await fetch(`${opened.workbench.origin}/rpc/${procedure}`, { method: 'POST', headers, body });
    const text = await answer.text();
    const context = `${procedure} ${body.slice(0, 300)} -> ${answer.status} ${text.slice(0, 300)}`;
    if (procedure === 'course/outline' && answer.status === 200) continue;
    expect(answer.status, context).toBeGreaterThanOrEqual(400);
    expect(answer.status, context).toBeLessThan(500);
    expect(text, context).not.toMatch(/\n\s+at |node_modules/);
    const { code } = ApiErrorData.parse(JSON.parse(text).json.data);
    expect(Object.keys(ERRORS), context).toContain(code);
  }
  expect(logged.mock.calls).toEqual([]);
  expect(await state()).toEqual(before);
  expect(Object.prototype).not.toHaveProperty('polluted');
  expect(Object.prototype).not.toHaveProperty('admin');
});
