import { type Document, isMap, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../../../contract/ids.ts';
import { withoutLines } from './block-list.ts';
import { chunksOf } from './chunks.ts';
import { insertPair, removeFromFlow } from './flow-list.ts';
import { columnOf, lineBreakOf, lineEnd, replaced } from './lines.ts';
import { pairOf, placeAt } from './place.ts';
import { renderBehindKey, renderFlow } from './render.ts';
import { scalarText } from './scalar-text.ts';
import type { YamlPath } from './yaml-edit.ts';

/** Adds a key to the object above `path`, behind those that stand before it in `order`. */
export function addPair(text: string, document: Document, path: YamlPath, value: Json, order: readonly string[]) {
  const key = String(path.at(-1));
  const map = placeAt(document, path.slice(0, -1))?.node;
  if (!isMap(map)) return null;
  const at = placeInOrder(map, key, order);
  if (map.flow) return insertPair(text, map, at, key, value);
  const chunks = chunksOf(text, map);
  const before = chunks?.parts[at - 1];
  if (!chunks || !before) return null;
  const lineBreak = lineBreakOf(text);
  const pair = `${scalarText(key, { flow: false })}:${renderBehindKey(value, chunks.column, lineBreak)}`;
  return replaced(text, before.end, before.end, `${lineBreak}${' '.repeat(chunks.column)}${pair}`);
}

function placeInOrder(map: YAMLMap, key: string, order: readonly string[]): number {
  const before = order.slice(0, Math.max(0, order.indexOf(key)));
  const names = map.items.map((item) => (isScalar(item.key) ? String(item.key.value) : ''));
  const at = names.findLastIndex((name) => before.includes(name));
  return at < 0 ? names.length : at + 1;
}

/** Takes a key with its value out of an object. */
export function removePair(text: string, document: Document, path: YamlPath): string | null {
  const map = placeAt(document, path.slice(0, -1))?.node;
  if (!isMap(map)) return null;
  const pair = pairOf(map, path.at(-1) ?? '');
  const at = pair ? map.items.indexOf(pair) : -1;
  if (map.flow) return removeFromFlow(text, map, at);
  const chunks = chunksOf(text, map);
  const part = chunks?.parts[at];
  if (!chunks || !part || chunks.parts.length < 2) return null;
  if (part.own) return withoutLines(text, part.start, part.end);
  // The first key of an item shares its line with the dash: the next key comes up to it.
  const next = chunks.parts[at + 1];
  const between = text.slice(part.end, next?.start);
  if (!next || between.trim() !== '' || text.slice(next.start, lineEnd(text, next.start)).trim().startsWith('#')) {
    return replaced(text, part.start, part.end, '');
  }
  return replaced(text, part.start, next.start + chunks.column, '');
}

/** The first item of an empty list `[]`: on a line of its own below the key, except numbers. */
export function addToEmpty(text: string, list: YAMLSeq, pair: Pair<Node, Node | null>, value: Json): string | null {
  const [start, end] = list.range ?? [0, 0];
  if (typeof value === 'number') return replaced(text, start, end, renderFlow([value]));
  const key = pair.key.range?.[0];
  const rest = text.slice(end, lineEnd(text, end));
  if (key === undefined || text.slice(start, end).includes('#') || !/^\s*(#.*)?$/.test(rest)) return null;
  const item = renderBehindKey([value], columnOf(text, key), lineBreakOf(text));
  const head = text.slice(0, start).trimEnd();
  return `${head}${rest.trimEnd()}${item}${text.slice(lineEnd(text, end))}`;
}
