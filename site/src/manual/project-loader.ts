import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Loader } from 'astro/loaders';
import { PROJECT_FOLDER } from '../reference/project-folder.ts';
import { readProjectPage } from './project-page.ts';

const DOCS = join(PROJECT_FOLDER, 'docs');
const DECISIONS = join(DOCS, 'decisions');

/** A collection of the pages that stand in docs/: how code is run, and each decision by its number. */
export function projectLoader(): Loader {
  return {
    name: 'project',
    async load({ config, store, parseData, renderMarkdown, generateDigest, watcher }) {
      const add = async (path: string) => {
        const text = await readFile(path, 'utf8');
        const { page, body } = readProjectPage(basename(path), text);
        const id = page.number ?? basename(path, '.md');
        const rendered = await renderMarkdown(body);
        const filePath = relative(new URL(config.root).pathname, path);
        store.set({
          id,
          data: await parseData({ id, data: page }),
          body,
          rendered,
          filePath,
          digest: generateDigest(text),
        });
      };
      const read = async () => {
        const names = (await readdir(DECISIONS)).filter((name) => name.endsWith('.md')).sort();
        store.clear();
        for (const path of [join(DOCS, 'how-your-code-is-run.md'), ...names.map((name) => join(DECISIONS, name))])
          await add(path);
      };
      await read();
      if (!watcher) return;
      watcher.add(DOCS);
      for (const event of ['add', 'change', 'unlink'])
        watcher.on(event, (file: string) => {
          if (file.startsWith(DOCS) && file.endsWith('.md')) void read();
        });
    },
  };
}
