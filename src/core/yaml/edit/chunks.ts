import { isMap, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { columnOf, lineEnd, lineStart, nextLine, standsFirst } from './lines.ts';
import { contentEnd, pairEnd, partStarts } from './place.ts';

/** The lines of one part of a block collection; `start` is the beginning of a line unless the part shares it. */
export type Chunk = { start: number; end: number; own: boolean };
export type Chunks = { parts: Chunk[]; column: number };

/**
 * The parts of a block collection as stretches of whole lines: an item or a pair, the comment lines right above it, and
 * the comments inside of it. What lies between them (blank lines, other comments) belongs to none.
 */
export function chunksOf(text: string, node: YAMLMap | YAMLSeq): Chunks | null {
  const starts = partStarts(node);
  if (!starts || starts.length === 0) return null;
  const column = columnOf(text, starts[0] ?? 0);
  const parts: Chunk[] = [];
  for (const [index, start] of starts.entries()) {
    const part: unknown = node.items[index];
    const content = isMap(node) ? pairEnd(part as Pair<Node, Node | null>, text) : contentEnd(part as Node, text);
    const end = withInnerComments(text, lineEnd(text, Math.max(content, start)), column);
    const own = standsFirst(text, start);
    parts.push({
      start: own ? withComments(text, lineStart(text, start), column, parts.at(-1)?.end ?? 0) : start,
      end,
      own,
    });
  }
  return { parts, column };
}

/** Comment lines right above, in the same column. */
function withComments(text: string, start: number, column: number, from: number): number {
  let at = start;
  while (at > from) {
    const above = lineStart(text, at - 1);
    if (above < from || commentColumn(text, above) !== column) break;
    at = above;
  }
  return at;
}

/** Comment lines below that stand deeper than the part itself. */
function withInnerComments(text: string, end: number, column: number): number {
  let last = end;
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const comment = commentColumn(text, at);
    if (comment !== null && comment > column) last = lineEnd(text, at);
    else if (text.slice(at, lineEnd(text, at)).trim() !== '') break;
  }
  return last;
}

function commentColumn(text: string, start: number): number | null {
  const found = /^( *)#/.exec(text.slice(start, lineEnd(text, start)));
  return found ? (found[1]?.length ?? 0) : null;
}
