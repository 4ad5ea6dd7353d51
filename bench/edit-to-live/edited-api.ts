import { readFile } from 'node:fs/promises';
import { get } from 'node:http';

/** The course that the workbench opens, and in it the file that everyone edits. */
export const COURSE = new URL('../course/', import.meta.url);
const API = new URL('./build/live-api/fastify/starter/src/app.ts', COURSE);

/** The API's source as it answers after the edit number `edit`. */
export async function sourceOf(edit: number): Promise<string> {
  return (await readFile(API, 'utf8')).replace("'v0'", `'v${edit}'`);
}

/** Resolves when `url` answers with the version of this edit; asks again after 2 ms until then, at most 20 s. */
export async function untilAnswered(url: string, edit: number): Promise<void> {
  const expected = JSON.stringify({ version: `v${edit}` });
  for (const end = performance.now() + 20_000; performance.now() < end; ) {
    if ((await textOf(`${url}/api/v1/version`)) === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`Edit ${edit} was never answered.`);
}

/** The body of an answer; undefined while nobody answers. A new connection each time: servers come and go. */
function textOf(url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text)).on('error', () => resolve(undefined));
    }).on('error', () => resolve(undefined));
  });
}
