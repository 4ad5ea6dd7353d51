import { BEGINS } from './watched-run.ts';

/** A program that never ends somewhere: its files, and where the loop stands. */
export type LoopProgram = { name: string; files: Record<string, string>; file: string; lines: readonly number[] };

/** `here` marks the lines that the loop is made of; `elsewhere` is a file of its own with the loop in it. */
type Loop = { name: string; body: string; elsewhere?: string };

const HERE = '// here';

const LOOPS: readonly Loop[] = [
  { name: 'while', body: `while (true) {} ${HERE}` },
  { name: 'for', body: `for (;;) {} ${HERE}` },
  { name: 'do', body: `let n = 1;\ndo { n += 1; } while (n > 0); ${HERE}` },
  { name: 'wrong step', body: `let sum = 0;\nfor (let n = 0; n < 10; n -= 1) sum += n; ${HERE}` },
  {
    name: 'several lines',
    body: `let sum = 0;\nwhile (sum >= 0) { ${HERE}\n  const next = (sum + 7) % 11; ${HERE}\n  sum = next; ${HERE}\n} ${HERE}`,
  },
  {
    name: 'inner function',
    body: `const spin = (from: number) => {\n  let n = from;\n  while (n > 0) n = (n % 5) + 1; ${HERE}\n};\nspin(3);`,
  },
  {
    name: 'calls another',
    body: `const half = (n: number) => n / 2;\nlet n = 1;\nwhile (n >= 0) n = half(n); ${HERE}`,
  },
  {
    name: 'a ring of nodes',
    body: `type Node = { next: Node | undefined };\nconst ring: Node = { next: undefined };\nring.next = ring;\nfor (let at: Node | undefined = ring; at; at = at.next); ${HERE}`,
  },
  {
    name: 'a search in another file',
    body: 'search([1, 2, 3], 4);',
    elsewhere: `export function search(sorted: number[], wanted: number): number {\n  let low = 0;\n  let high = sorted.length;\n  while (low < high) { ${HERE}\n    const middle = (low + high) >> 1; ${HERE}\n    if ((sorted[middle] ?? 0) < wanted) low = middle; ${HERE}\n    else high = middle; ${HERE}\n  } ${HERE}\n  return low;\n}\n`,
  },
  {
    name: 'a search by name',
    body: `const names = ['a', 'b'];\nwhile (!names.includes('c')) names.reverse(); ${HERE}`,
  },
];

const PLACES: readonly { name: string; program: (body: string) => string }[] = [
  { name: 'at start', program: (body) => `${body}\nexport async function buildApp() {\n  return Fastify();\n}\n` },
  {
    name: 'in buildApp',
    program: (body) => `export async function buildApp() {\n  const app = Fastify();\n${body}\n  return app;\n}\n`,
  },
  { name: 'in a handler', program: (body) => withApp(`app.get('/', async () => {\n${body}\n});`) },
  { name: 'in a hook', program: (body) => withApp(`app.addHook('onRequest', async () => {\n${body}\n});`) },
  { name: 'in a timer', program: (body) => withApp(`setTimeout(() => {\n${body}\n}, 200);`) },
];

/** Lines in front of the program, so that the same loop stands at different lines. */
const FRONTS = ['', '// A shelf of books.\n\n// Kept in memory.\n\n\n'];

const withApp = (body: string) =>
  `export async function buildApp() {\n  const app = Fastify();\n${body}\n  return app;\n}\n`;

/** 100 programs: each loop at each place at two different lines. */
export function loopPrograms(): LoopProgram[] {
  return FRONTS.flatMap((front) => PLACES.flatMap((place) => LOOPS.map((loop) => program(front, place, loop))));
}

function program(front: string, place: (typeof PLACES)[number], loop: Loop): LoopProgram {
  const imports = loop.elsewhere ? "import { search } from './search.ts';\n" : '';
  const body = `${BEGINS}\n${loop.body}`.replace(/^/gm, '    ');
  const app = `${front}import Fastify from 'fastify';\n${imports}\n${place.program(body)}`;
  const elsewhere = loop.elsewhere && `${front}${loop.elsewhere}`;
  return {
    name: `${loop.name}, ${place.name}`,
    files: { 'src/app.ts': app, ...(elsewhere ? { 'src/search.ts': elsewhere } : {}) },
    file: elsewhere ? 'src/search.ts' : 'src/app.ts',
    lines: linesHere(elsewhere ?? app),
  };
}

/** Numbers from 1 of the lines that end with the mark. */
export function linesHere(text: string): number[] {
  return text.split('\n').flatMap((line, at) => (line.endsWith(HERE) ? [at + 1] : []));
}
