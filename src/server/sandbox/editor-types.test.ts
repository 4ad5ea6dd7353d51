import ts from 'typescript';
import { expect, test } from 'vitest';
import { AMBIENT_TYPES, editorTypes } from './editor-types.ts';
import { loadRuntime } from './runtime.ts';

const APP = `import Fastify from 'fastify';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fc from 'fast-check';
import { type FastifyPluginAsyncZod, serializerCompiler } from 'fastify-type-provider-zod';
import { SignJWT } from 'jose';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
export const books: FastifyPluginAsyncZod = async (app) => {
  app.get('/:id', { schema: { params: z.object({ id: z.coerce.number() }) } }, async (request) => request.params.id.toUpperCase());
};
export async function buildApp() {
  const app = Fastify({ logger: true });
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, { openapi: { info: { title: '', version: '' } } });
  await app.register(cors, { origin: ['http://localhost:1'] });
  await app.register(helmet, { contentSecurityPolicy: false });
  await app.register(rateLimit, { max: 10, timeWindow: '1 minute' });
  fc.assert(fc.property(fc.integer({ min: 1 }), (n) => n.toFixed() !== ''));
  return { app, SignJWT, DatabaseSync };
}
`;

/** What the compiler says about a file when it sees nothing but the editor's declarations. */
async function problemsOf(text: string): Promise<string[]> {
  const files = new Map((await editorTypes(await loadRuntime('node'))).map((file) => [file.path.slice(7), file.text]));
  files.set('/app.ts', text);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.ESNext,
    // As the editor does it.
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const real = ts.createCompilerHost(options);
  const inLib = (file: string) => file.startsWith(real.getDefaultLibLocation?.() ?? '\0');
  const read = (file: string) => files.get(file) ?? (inLib(file) ? real.readFile(file) : undefined);
  const program = ts.createProgram(['/app.ts', AMBIENT_TYPES.slice('file://'.length)], options, {
    ...real,
    getCurrentDirectory: () => '/',
    fileExists: (file) => read(file) !== undefined,
    readFile: read,
    directoryExists: (dir) => [...files.keys()].some((file) => file.startsWith(`${dir}/`)),
    getDirectories: () => [],
    realpath: (file) => file,
    getSourceFile: (file, version) => {
      const source = read(file);
      return source === undefined ? undefined : ts.createSourceFile(file, source, version);
    },
  });
  return ts.getPreEmitDiagnostics(program).map((found) => ts.flattenDiagnosticMessageText(found.messageText, '\n'));
}

test('the declarations are complete: of a file that imports every package only the wrong type is found', {
  timeout: 120_000,
}, async () => {
  expect(await problemsOf(APP)).toEqual(["Property 'toUpperCase' does not exist on type 'number'."]);
});

test('what one package adds to another holds without an import', { timeout: 120_000 }, async () => {
  const text = `import Fastify from 'fastify';
export async function buildApp() {
  const app = Fastify();
  app.get('/books', { schema: { summary: 'List the books', tags: ['books'] } }, async () => []);
  app.get('/loans', { schema: { sumary: 'List the loans' } }, async () => []);
  return app;
}
`;
  const [first, ...rest] = await problemsOf(text);
  expect(rest).toEqual([]);
  expect(first).toContain("'sumary' does not exist");
});
