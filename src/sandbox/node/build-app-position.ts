import { existsSync, readFileSync } from 'node:fs';
import { type Position, positionAt } from './position.ts';
import type { Workspace } from './workspace.ts';

/** Where the entry exports buildApp, or first names it: the place to mark when it is the function as a whole that is wrong. */
export function buildAppPosition(workspace: Workspace, entry: string): Pick<Position, 'file'> & Partial<Position> {
  const file = `${workspace.dir}/${entry}`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const exported = /^[ \t]*export\b[^\n]*?\b(?=buildApp\b)/m.exec(text);
  const offset = exported ? exported.index + exported[0].length : text.search(/\bbuildApp\b/);
  return { file: entry, ...(offset === -1 ? {} : positionAt(text, offset)) };
}
