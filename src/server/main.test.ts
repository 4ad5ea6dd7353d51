import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  clientOf,
  Followed,
  GOOD_COURSE,
  removeFolder,
  signIn,
  smallRenderer,
  temporaryFolder,
} from './workbench-for-tests.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const READY = /^Workbench ready at (http:\/\/127\.0\.0\.1:(\d+))\/\?token=([\w-]{43})\n$/;

let folder: string;
let renderer: string;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await temporaryFolder();
  renderer = await smallRenderer(folder);
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await removeFolder(folder);
});

type Running = { child: ChildProcess; output: { out: string; err: string }; exited: Promise<number | null> };

function start(args: Record<string, string>, ...flags: string[]): Running {
  const all = { home: join(folder, 'home'), course: GOOD_COURSE, renderer, port: '0', ...args };
  const words = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, [MAIN, ...words, ...flags], { stdio: 'pipe' });
  children.add(child);
  const output = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
  const exited = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, output, exited };
}

async function ready(running: Running, line = READY) {
  while (!running.output.out.includes('\n')) {
    const ended = await Promise.race([
      once(running.child.stdout ?? running.child, 'data').then(() => false),
      running.exited.then(() => true),
    ]);
    if (ended) throw new Error(`ended before it was ready: ${running.output.err}`);
  }
  const [, origin = '', port = '', token = ''] = line.exec(running.output.out) ?? [];
  return { origin, port, token };
}

describe('a running server', () => {
  test.each([
    ['SIGTERM', [] as string[], (child: ChildProcess) => child.kill('SIGTERM')],
    ['SIGINT', [], (child: ChildProcess) => child.kill('SIGINT')],
    ['the end of the program that started it', ['--parent-stdin'], (child: ChildProcess) => child.stdin?.end()],
  ])('says once where it is, serves, and on %s ends with everything it started', async (_name, flags, end) => {
    const running = start({}, ...flags);
    const { origin, token } = await ready(running);
    const headers = await signIn({ origin, token });
    const client = clientOf({ origin }, headers);
    const { sessionId } = await client.session.open({ lessonId: 'list-books', track: 'fastify' });
    const events = await Followed.of(client, sessionId);
    const event = await events.until((one) => one.type === 'live' && one.live.status === 'live');
    const url = event.type === 'live' ? (event.live.url ?? '') : '';
    expect((await fetch(url)).status).toBe(404);

    end(running.child);
    expect(await running.exited).toBe(0);
    expect(running.output.out).toMatch(READY);
    expect(running.output.err).toBe('');
    await expect(fetch(url)).rejects.toThrow();
    await expect(fetch(origin)).rejects.toThrow();
  });

  test('without --parent-stdin goes on when its input ends', async () => {
    const running = start({});
    running.child.stdin?.end();
    const { origin } = await ready(running);
    expect((await fetch(origin)).status).toBe(401);
  });

  test('that was killed leaves a home that the next one can use at once', async () => {
    const first = start({});
    await ready(first);
    first.child.kill('SIGKILL');
    await first.exited;
    expect((await ready(start({}))).token).not.toBe('');
  });
});

test('a lesson that was asked for stands in the address, which still signs in', async () => {
  const running = start({ lesson: 'create-book' });
  const { origin, token } = await ready(
    running,
    /^Workbench ready at (\S+:(\d+))\/\?token=([\w-]{43})&lesson=create-book\n$/,
  );
  const answer = await fetch(`${origin}/?token=${token}&lesson=create-book`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toMatch(/^\/\?lesson=create-book#key=[\w-]{43}$/);
});

test('behind a proxy it says the public address, and where it waits', async () => {
  const running = start({}, '--public-url=https://class.example/alice');
  const waits = /^It waits for its reverse proxy at (http:\/\/127\.0\.0\.1:\d+)\/alice\/$/m;
  await expect.poll(() => running.output.out, { timeout: 20_000 }).toMatch(waits);
  const [, token] =
    /^Workbench ready at https:\/\/class\.example\/alice\/\?token=([\w-]{43})$/m.exec(running.output.out) ?? [];
  const [, origin] = waits.exec(running.output.out) ?? [];
  const answer = await fetch(`${origin}/alice/?token=${token}`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toMatch(/^\/alice\/#key=[\w-]{43}$/);
  // On this machine there is no TLS.
  expect(answer.headers.get('set-cookie')).not.toContain('Secure');
});

describe('what cannot start says so in one sentence and ends with 1', () => {
  async function refusal(args: Record<string, string>, ...flags: string[]): Promise<string> {
    const running = start(args, ...flags);
    expect(await running.exited).toBe(1);
    expect(running.output.out).toBe('');
    expect(running.output.err).not.toContain('    at ');
    expect(running.output.err.trim().split('\n')).toHaveLength(1);
    return running.output.err;
  }

  test('a port that is in use, or none', async () => {
    const { port } = await ready(start({}));
    expect(await refusal({ port, home: join(folder, 'other') })).toContain(`Port ${port} is in use`);
    expect(await refusal({ port: '70000' })).toContain('RW_HOST_PORT');
    expect(await refusal({ port: 'many' })).toContain('RW_HOST_PORT');
  });

  test('a home that another workbench uses', async () => {
    await ready(start({}));
    expect(await refusal({})).toContain('RW_HOST_IN_USE');
  });

  test('a home that cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    for (const home of [join(folder, 'file'), join(folder, 'file', 'below')]) {
      const said = await refusal({ home });
      expect(said).toContain(`The folder ${home} cannot be written: a part of its path is a file.`);
      expect(said).toContain('choose another one with --home DIR');
    }
  });

  test('a lesson that the course does not have', async () => {
    const said = await refusal({ lesson: 'creat-book' });
    const list = join(GOOD_COURSE, 'course.yaml');
    expect(said).toContain(`There is no lesson "creat-book" in ${list}. Did you mean create-book?`);
    expect(await refusal({ lesson: 'something-else' })).not.toContain('Did you mean');
    expect(existsSync(join(folder, 'home'))).toBe(false);
  });

  test('a course that is not there, a renderer that is not built, an option that it does not know', async () => {
    await mkdir(join(folder, 'empty'));
    expect(await refusal({ course: join(folder, 'empty') })).toContain('RW_COURSE_NOT_FOUND');
    expect(await refusal({ renderer: join(folder, 'empty') })).toContain('RW_HOST_NOT_BUILT');
    expect(await refusal({}, '--portt=1')).toContain('RW_HOST_OPTION');
    expect(await refusal({}, '--public-url=http://class.example/')).toContain('RW_HOST_PUBLIC_URL');
  });
});
