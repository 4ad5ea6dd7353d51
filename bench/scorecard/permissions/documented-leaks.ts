import { readFile } from 'node:fs/promises';

const PAGE = new URL('../../../docs/how-your-code-is-run.md', import.meta.url);
const HEADING = '## What your code can still do';

/** The list below the heading "What your code can still do" of the docs, one sentence each. Throws when it is not there. */
export async function documentedLeaks(): Promise<string[]> {
  const page = await readFile(PAGE, 'utf8');
  const [, section] = page.split(`${HEADING}\n`);
  if (section === undefined) throw new Error(`There is no "${HEADING}" in docs/how-your-code-is-run.md.`);
  const [list = ''] = section.split('\n## ');
  return [...list.matchAll(/^- (.+(?:\n {2}.+)*)$/gm)].map((item) => (item[1] ?? '').replace(/\n\s+/g, ' '));
}
