import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export type ScriptBytes = { files: number; raw: number; gzip: number };

/**
 * The scripts that a built page names itself, with all that they import, as paths below `pages`: what a browser fetches
 * before the editor takes keys. The same for the same build, unlike what a browser happens to have fetched by then.
 */
export async function earlyScripts(pages: string): Promise<string[]> {
  const html = await readFile(join(pages, 'index.html'), 'utf8');
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\.?\/([^"]+\.js)"/g)].map(
    (match) => match[1],
  );
  const found = new Set<string>();
  const waiting = named.filter((name) => name !== undefined);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const text = await readFile(join(pages, name), 'utf8');
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    for (const match of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["']\.\/([^"']+\.js)["']/g,
    ))
      waiting.push(`${folder}${match[1]}`);
  }
  return [...found].sort();
}

/** Their bytes, as they are and compressed one by one. */
export async function bytesOf(pages: string, names: readonly string[]): Promise<ScriptBytes> {
  const texts = await Promise.all(names.map((name) => readFile(join(pages, name))));
  const sum = (sizes: number[]) => sizes.reduce((all, one) => all + one, 0);
  return {
    files: names.length,
    raw: sum(texts.map((text) => text.length)),
    gzip: sum(texts.map((text) => gzipSync(text, { level: 9 }).length)),
  };
}
