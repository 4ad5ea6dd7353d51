import { isPair, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../../../contract/ids.ts';
import { reordered } from './block-list.ts';
import { replaced } from './lines.ts';
import { renderFlow } from './render.ts';
import { scalarText } from './scalar-text.ts';

/** Puts an item into `[a, b]`. */
export function insertIntoFlow(text: string, list: YAMLSeq, at: number, value: Json): string | null {
  return insertPart(text, list, at, renderFlow(value), '[', ']');
}

/** Puts a pair into `{ a: 1, b: 2 }`, behind the pair number `at - 1`. */
export function insertPair(text: string, map: YAMLMap, at: number, key: string, value: Json): string | null {
  return insertPart(text, map, at, `${scalarText(key, { flow: true })}: ${renderFlow(value)}`, '{ ', ' }');
}

function insertPart(text: string, node: YAMLSeq | YAMLMap, at: number, part: string, open: string, close: string) {
  const parts = partsOf(node);
  if (!parts || !node.range) return null;
  if (parts.length === 0) return replaced(text, node.range[0], node.range[1], open + part + close);
  const before = parts[at - 1];
  if (before) return replaced(text, before.end, before.end, `, ${part}`);
  const first = parts[0]?.start ?? 0;
  return replaced(text, first, first, `${part}, `);
}

/** Takes an item or a pair out of brackets, with one comma. */
export function removeFromFlow(text: string, node: YAMLSeq | YAMLMap, at: number): string | null {
  const parts = partsOf(node);
  const part = parts?.[at];
  if (!parts || !part || !node.range) return null;
  if (parts.length === 1) {
    const inside = text.slice(node.range[0] + 1, node.range[1] - 1);
    if (!inside.includes('#')) return replaced(text, node.range[0] + 1, node.range[1] - 1, '');
  }
  const before = parts[at - 1];
  const next = parts[at + 1];
  if (next && isPlain(text.slice(part.end, next.start))) return replaced(text, part.start, next.start, '');
  if (before && isPlain(text.slice(before.end, part.start))) return replaced(text, before.end, part.end, '');
  const comma = /^[^\S\n]*,?[^\S\n]*/.exec(text.slice(part.end))?.[0].length ?? 0;
  return replaced(text, part.start, part.end + (next ? comma : 0), '');
}

export function moveInFlow(text: string, list: YAMLSeq, from: number, to: number): string | null {
  const parts = partsOf(list);
  return parts && reordered(text, parts, from, to);
}

function partsOf(node: YAMLSeq | YAMLMap): { start: number; end: number }[] | null {
  const parts = node.items.map((item: unknown) => {
    if (!isPair(item)) return (item as Node).range;
    const pair = item as Pair<Node, Node | null>;
    return pair.key.range && pair.value?.range ? ([pair.key.range[0], pair.value.range[1]] as const) : null;
  });
  if (parts.some((range) => !range)) return null;
  return parts.map((range) => ({ start: range?.[0] ?? 0, end: range?.[1] ?? 0 }));
}

function isPlain(between: string): boolean {
  return !between.includes('#') && !between.includes('\n');
}
