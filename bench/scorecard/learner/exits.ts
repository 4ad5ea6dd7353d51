import type { ErrorCode } from '../../../src/contract/errors.ts';

/** A program that ends by itself, and what must be said of it. `code`: the exit code is 0 or not. */
export type ExitProgram = {
  name: string;
  files: Record<string, string>;
  expected: {
    reason: 'not started' | 'exited' | 'crashed';
    code: ErrorCode;
    detail: string;
    file?: string;
    line?: number;
  };
};

const EXITED = 'RW_CODE_EXITED';
const THROWS = 'RW_CODE_THROWS';
const NOTHING_LEFT = 'nothing was left to do: no server listens and no timer runs';

type Expected = Omit<ExitProgram['expected'], 'file' | 'line'> & { nowhere?: true };

/** Ends while its modules are loaded; the first line does it. */
const atStart = (name: string, line: string, code: ErrorCode, detail: string): ExitProgram =>
  made(name, `${line} // here\nexport async function buildApp() {}\n`, { reason: 'not started', code, detail });

const inBuildApp = (name: string, line: string, code: ErrorCode, detail: string): ExitProgram =>
  made(name, withApp(line), { reason: 'not started', code, detail });

/** Ends once it is live: a statement in buildApp that ends it in a while, or when it is asked. */
const live = (name: string, statement: string, expected: Expected): ExitProgram =>
  made(name, withApp(statement), expected);

const handler = (line: string) => `app.get('/', async () => {\n    ${line}\n  });`;
const timer = (line: string) => `setTimeout(() => {\n    ${line}\n  }, 100);`;
const crashed = (detail: string): Expected => ({ reason: 'crashed', code: EXITED, detail });
const exited = (detail: string): Expected => ({ reason: 'exited', code: EXITED, detail });

/** Every way in which a program of a learner ends by itself. */
export const EXITS: readonly ExitProgram[] = [
  atStart('exit() at start', 'process.exit();', EXITED, 'process.exit() was called'),
  atStart('exit(3) at start', 'process.exit(3);', EXITED, 'process.exit(3) was called'),
  inBuildApp('exit(7) in buildApp', 'process.exit(7); // here', EXITED, 'process.exit(7) was called'),
  live('exit(0) in a handler', handler('process.exit(0); // here'), exited('process.exit(0) was called')),
  live('exit(42) in a handler', handler('process.exit(42); // here'), crashed('process.exit(42) was called')),
  live('exit(255) in a timer', timer('process.exit(255); // here'), crashed('process.exit(255) was called')),
  live(
    'exit() after exitCode',
    timer('process.exitCode = 5;\n    process.exit(); // here'),
    crashed('process.exit() was called'),
  ),
  atStart('throw at start', "throw new Error('no shelf');", THROWS, 'no shelf'),
  inBuildApp('throw in buildApp', "throw new TypeError('no shelf'); // here", THROWS, 'TypeError: no shelf'),
  live('throw in a timer', timer("throw new Error('late'); // here"), crashed('late')),
  live(
    'throw in nextTick',
    handler("process.nextTick(() => { throw new RangeError('next'); }); // here"),
    crashed('RangeError: next'),
  ),
  live(
    'throw in a listener',
    handler(
      "new EventTarget().addEventListener('x', () => {});\n    setImmediate(() => { throw new Error('soon'); }); // here",
    ),
    crashed('soon'),
  ),
  live('throw what is no error', timer('throw 4;'), { ...crashed('a thrown 4'), nowhere: true }),
  live(
    'throw with a cause',
    timer("throw new Error('outer', { cause: new Error('inner') }); // here"),
    crashed('outer'),
  ),
  atStart('reject at start', "await Promise.reject(new Error('first'));", THROWS, 'first'),
  inBuildApp('reject in buildApp', "await Promise.reject(new Error('built')); // here", THROWS, 'built'),
  live('reject in a timer', timer("void Promise.reject(new Error('late')); // here"), crashed('late')),
  live(
    'forgotten await',
    handler("void (async () => { await null; throw new Error('lost'); })(); // here\n    return 1;"),
    crashed('lost'),
  ),
  live('reject with what is no error', timer("void Promise.reject('why');"), {
    ...crashed('a thrown text "why"'),
    nowhere: true,
  }),
  live(
    'reject after the answer',
    handler("setTimeout(() => void Promise.reject(new Error('after')), 20); // here\n    return 1;"),
    crashed('after'),
  ),
  live('natural, closed by a timer', timer('void app.close();'), { ...exited(NOTHING_LEFT), nowhere: true }),
  live('natural, closed when asked', handler('setTimeout(() => app.close());\n    return 1;'), {
    ...exited(NOTHING_LEFT),
    nowhere: true,
  }),
  live('natural, with exitCode', timer('process.exitCode = 3;\n    void app.close();'), {
    ...crashed(NOTHING_LEFT),
    nowhere: true,
  }),
  live('natural, without a server', timer('app.server.close();\n    app.server.closeAllConnections();'), {
    ...exited(NOTHING_LEFT),
    nowhere: true,
  }),
];

function withApp(statement: string): string {
  return `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  ${statement}
  return app;
}
`;
}

function made(name: string, app: string, { nowhere, ...expected }: Expected): ExitProgram {
  const at = app.split('\n').findIndex((line) => line.endsWith('// here'));
  const place = nowhere ? {} : { file: 'src/app.ts', line: at + 1 };
  return { name, files: { 'src/app.ts': app }, expected: { ...expected, ...place } };
}
