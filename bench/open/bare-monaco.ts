import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import files from '@fastify/static';
import Fastify from 'fastify';
import { build } from 'vite';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';
import { sourceOf } from '../edit-to-live/edited-api.ts';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare Monaco</title>
<style>html,body,#editor{height:100%;margin:0}</style><div id="editor"></div>
<script type="module" src="./main.ts"></script></html>`;

const mainOf = (text: string) => `import * as monaco from 'monaco-editor';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import TypeScriptWorker from 'monaco-editor/language/typescript/ts.worker.js?worker';
self.MonacoEnvironment = {
  getWorker: (_id, label) => (label === 'typescript' ? new TypeScriptWorker() : new EditorWorker()),
};
const model = monaco.editor.createModel(${JSON.stringify(text)}, 'typescript', monaco.Uri.parse('file:///src/app.ts'));
monaco.editor.create(document.getElementById('editor'), { model, automaticLayout: true }).focus();
`;

/** A page with nothing but Monaco, as its own documentation builds it, showing the file that everyone edits. */
export async function serveBareMonaco(): Promise<{ origin: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-monaco-'));
  const source = join(ROOT, '.cache', 'bench-monaco');
  await mkdir(source, { recursive: true });
  await writeFile(join(source, 'index.html'), PAGE);
  await writeFile(join(source, 'main.ts'), mainOf(await sourceOf(0)));
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2024', chunkSizeWarningLimit: 8_000 },
  });
  const server = Fastify({ forceCloseConnections: true });
  await server.register(files, { root: folder });
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
