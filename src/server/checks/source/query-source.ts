import { stripTypeScriptTypes } from 'node:module';
import { type Node, parse } from 'acorn';
import esquery from 'esquery';
import type { WorkspaceFile } from '../../../contract/session.ts';
import { readQuery } from './read-query.ts';

/** Where the query matched, lines from 1; or the first file that cannot be parsed. */
export type SourceFound = {
  places: { file: string; line: number; code: string }[];
  unreadable?: { file: string; line?: number; message: string };
};

type EsTree = Parameters<typeof esquery.match>[0];

/** Characters of a line that evidence shows. */
const SHOWN = 120;

/**
 * Runs a selector over the syntax trees of the files, types taken away: every character that is left stays in its place,
 * so lines are those of the file. Throws a RangeError for files that nest deeper than the parser can follow.
 */
export function querySource(files: readonly WorkspaceFile[], query: string): SourceFound {
  const read = readQuery(query);
  if ('problem' in read) throw new Error(`an unchecked query came through: ${read.problem}`);
  const places: SourceFound['places'] = [];
  for (const { path, text } of files) {
    const tree = treeOf(text);
    if ('message' in tree) return { places: [], unreadable: { file: path, ...tree } };
    const lines = text.split('\n');
    // acorn's nodes are ESTree's, with positions.
    for (const match of esquery.match(tree.program as unknown as EsTree, read.selector)) {
      const line = match.loc?.start.line ?? 1;
      places.push({ file: path, line, code: (lines[line - 1] ?? '').trim().slice(0, SHOWN) });
    }
  }
  return { places };
}

function treeOf(text: string): { program: Node } | { message: string; line?: number } {
  try {
    const code = stripTypeScriptTypes(text);
    return { program: parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true }) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const line = lineOf(error);
    const message = (error.message.split('\n')[0] ?? '').replace(/ \(\d+:\d+\)$/, '').trim();
    return { message, ...(line === undefined ? {} : { line }) };
  }
}

/** acorn says where; the stripper draws the place above the stack, as `:7` after a name. */
function lineOf(error: SyntaxError): number | undefined {
  if ('loc' in error && typeof error.loc === 'object' && error.loc !== null && 'line' in error.loc)
    return typeof error.loc.line === 'number' ? error.loc.line : undefined;
  const drawn = /^[^\n]*?:(\d+)\n/.exec(error.stack ?? '')?.[1];
  return drawn === undefined ? undefined : Number(drawn);
}
