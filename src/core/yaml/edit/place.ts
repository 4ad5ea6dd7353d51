import { type Document, isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { YamlPath } from './yaml-edit.ts';

export type Place = { node: Node | null; pair: Pair<Node, Node | null> | null; flow: boolean };

/** The node at `path`, with the pair that holds it; `flow`: it lies inside of brackets. Null when it is not there. */
export function placeAt(document: Document, path: YamlPath): Place | null {
  let place: Place = { node: document.contents as Node | null, pair: null, flow: false };
  for (const key of path) {
    const { node } = place;
    const flow = place.flow || ((isMap(node) || isSeq(node)) && node.flow === true);
    if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      if (item === undefined) return null;
      place = { node: item, pair: null, flow };
    } else if (isMap(node)) {
      const pair = pairOf(node, key);
      if (!pair) return null;
      place = { node: pair.value, pair, flow };
    } else return null;
  }
  return place;
}

export function pairOf(map: YAMLMap, key: string | number): Pair<Node, Node | null> | null {
  const found = map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
  return (found as Pair<Node, Node | null> | undefined) ?? null;
}

/** Where a node's last character stands, comments and blank lines behind it left out. */
export function contentEnd(node: Node | null, text: string): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last: unknown = node.items.at(-1);
    if (isPair(last)) return pairEnd(last as Pair<Node, Node | null>, text);
    return contentEnd((last as Node | undefined) ?? null, text);
  }
  const [start, end] = node?.range ?? [0, 0];
  const blank = /\s*$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return end - (isScalar(node) ? blank : 0);
}

export function pairEnd(pair: Pair<Node, Node | null>, text: string): number {
  const colon = text.indexOf(':', pair.key.range?.[1] ?? 0) + 1;
  return Math.max(colon, pair.value ? contentEnd(pair.value, text) : 0);
}

/** Where the parts of a block collection begin: the dashes of a list, the keys of an object. Null: written in another way. */
export function partStarts(node: YAMLMap | YAMLSeq): number[] | null {
  const token = node.srcToken;
  if (isMap(node)) {
    if (
      token?.type !== 'block-map' ||
      token.items.some((item) => item.start.some((one) => one.type === 'explicit-key-ind'))
    )
      return null;
    return node.items.map((item) => (item.key as Node).range?.[0] ?? -1);
  }
  if (token?.type !== 'block-seq') return null;
  const dashes = token.items.flatMap((item) => item.start.find((one) => one.type === 'seq-item-ind')?.offset ?? []);
  return dashes.length === node.items.length ? dashes : null;
}
