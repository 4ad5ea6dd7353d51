import { existsSync, readFileSync } from 'node:fs';
import { type Position, positionAt } from './position.ts';
import type { Workspace } from './workspace.ts';

/** Where the entry exports buildApp (or `name`), or first names it: the place to mark when it is the function as a whole that is wrong. */
export function buildAppPosition(
  workspace: Workspace,
  entry: string,
  name: 'buildApp' | 'buildRedirect' = 'buildApp',
): Pick<Position, 'file'> & Partial<Position> {
  const file = `${workspace.dir}/${entry}`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const exported = new RegExp(`^[ \\t]*export\\b[^\\n]*?\\b(?=${name}\\b)`, 'm').exec(text);
  const offset = exported ? exported.index + exported[0].length : text.search(new RegExp(`\\b${name}\\b`));
  return { file: entry, ...(offset === -1 ? {} : positionAt(text, offset)) };
}
