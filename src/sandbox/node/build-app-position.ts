import { existsSync, readFileSync } from 'node:fs';
import { type Position, positionAt } from './position.ts';
import type { Workspace } from './workspace.ts';

/** Where the entry first names buildApp: the place to mark when it is the function as a whole that is wrong. */
export function buildAppPosition(workspace: Workspace, entry: string): Pick<Position, 'file'> & Partial<Position> {
  const file = `${workspace.dir}/${entry}`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const offset = text.search(/\bbuildApp\b/);
  return { file: entry, ...(offset === -1 ? {} : positionAt(text, offset)) };
}
