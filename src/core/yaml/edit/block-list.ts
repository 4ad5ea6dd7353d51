import { isMap, type Node, type Pair, type YAMLSeq } from 'yaml';
import type { Json } from '../../../contract/ids.ts';
import { chunksOf } from './chunks.ts';
import { lineBreakOf, lineStart, nextLine, replaced } from './lines.ts';
import { renderFlow, renderItem } from './render.ts';

/** Puts an item into a list of lines, in the manner of its neighbours. */
export function insertIntoBlock(text: string, list: YAMLSeq, at: number, value: Json): string | null {
  const chunks = chunksOf(text, list);
  if (!chunks) return null;
  const lineBreak = lineBreakOf(text);
  const { parts, column } = chunks;
  const neighbour = list.items[Math.max(0, at - 1)];
  const flow = isMap(neighbour) && neighbour.flow === true;
  const item = `${' '.repeat(column)}${flow ? `- ${renderFlow(value)}` : renderItem(value, column, lineBreak)}`;
  const spaced = parts.some((part, index) => {
    const before = parts[index - 1];
    return before !== undefined && /\n\s*\n/.test(text.slice(before.end, part.start));
  });
  const space = spaced ? lineBreak : '';
  const before = parts[at - 1];
  if (before) return replaced(text, before.end, before.end, `${lineBreak}${space}${item}`);
  const first = parts[0];
  return first?.own ? replaced(text, first.start, first.start, `${item}${lineBreak}${space}`) : null;
}

/** Takes an item out; of the last one, `[]` stays behind its key. */
export function removeFromBlock(
  text: string,
  list: YAMLSeq,
  pair: Pair<Node, Node | null> | null,
  at: number,
): string | null {
  const chunks = chunksOf(text, list);
  const part = chunks?.parts[at];
  if (!chunks || !part?.own) return null;
  if (chunks.parts.length === 1) {
    const key = pair?.key.range?.[1];
    if (key === undefined) return null;
    const colon = text.indexOf(':', key) + 1;
    return replaced(withoutLines(text, part.start, part.end), colon, colon, ' []');
  }
  const next = chunks.parts[at + 1];
  if (next && isBlank(text.slice(part.end, next.start))) return replaced(text, part.start, next.start, '');
  const before = chunks.parts[at - 1];
  if (!next && before && isBlank(text.slice(before.end, part.start))) return replaced(text, before.end, part.end, '');
  return withoutLines(text, part.start, part.end);
}

/** Changes the place of an item; what lies between the items stays. */
export function moveInBlock(text: string, list: YAMLSeq, from: number, to: number): string | null {
  const chunks = chunksOf(text, list);
  if (!chunks?.parts.every((part) => part.own)) return null;
  return reordered(text, chunks.parts, from, to);
}

/** The text with its `parts` in another order and everything between them where it was. */
export function reordered(
  text: string,
  parts: readonly { start: number; end: number }[],
  from: number,
  to: number,
): string {
  const texts = parts.map((part) => text.slice(part.start, part.end));
  const [moved = ''] = texts.splice(from, 1);
  texts.splice(to, 0, moved);
  const first = parts[0];
  let result = text.slice(0, first?.start ?? 0);
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    result += (texts[index] ?? '') + text.slice(part.end, next ? next.start : text.length);
  }
  return result;
}

function isBlank(between: string): boolean {
  return between.trim() === '';
}

/** Without whole lines; at the end of the text without the line break before them. */
export function withoutLines(text: string, start: number, end: number): string {
  const from = lineStart(text, start);
  const after = nextLine(text, end);
  if (after < text.length || text.endsWith('\n')) return replaced(text, from, after, '');
  return text.slice(0, from).replace(/\r?\n$/, '');
}
