import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { TypedProject } from './distinct-files.ts';
import { typeProblems } from './type-check.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const project = (key: string, files: Record<string, string>): TypedProject => ({
  key,
  files: Object.entries(files).map(([path, text]) => ({ path, text })),
});

const declaring = (type: string): string => `import 'fastify';
declare module 'fastify' {
  interface FastifyRequest {
    who: ${type};
  }
}
`;

test('projects are checked as Node runs them, each by itself', () => {
  const app =
    "import Fastify from 'fastify';\nimport { port } from './port.ts';\nexport const app = Fastify({ bodyLimit: port });\n";
  const found = typeProblems(ROOT, [
    project('right', { 'src/app.ts': app, 'src/port.ts': 'export const port = 1;\n' }),
    project('wrong', { 'src/app.ts': app, 'src/port.ts': "export const port = 'one';\n" }),
    project('missing', { 'src/app.ts': app }),
    project('enum', { 'src/app.ts': 'export enum Colour { red }\n' }),
    project('says-string', { 'src/app.ts': declaring('string') }),
    project('says-number', { 'src/app.ts': declaring('number') }),
    project('script', { 'src/a.ts': 'const a = 1;\n', 'src/b.ts': 'const a = 2;\n', 'plan.yaml': 'not: code' }),
  ]);
  expect(found).toEqual([
    { key: 'wrong', file: 'src/app.ts', line: 3, column: 30, message: expect.stringContaining("'string'") },
    { key: 'missing', file: 'src/app.ts', line: 2, column: 22, message: expect.stringContaining('./port.ts') },
    { key: 'enum', file: 'src/app.ts', line: 1, column: 13, message: expect.stringContaining('erasableSyntaxOnly') },
  ]);
});
