import { type Document, isMap, isNode, isPair, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';

type Where = { line: number; column: number };

/**
 * Where the value at `keys` stands (from 1). With `ofKey`, the key itself. If it is not there, the nearest parent:
 * a missing key is reported where its object begins.
 */
export function positionOf(
  document: Document,
  lines: LineCounter,
  keys: readonly PropertyKey[],
  ofKey: boolean,
): Where {
  let node: unknown = document.contents;
  let offset = isNode(node) && node.range ? node.range[0] : 0;
  for (const [index, key] of keys.entries()) {
    const child = childOf(node, key);
    if (!child) break;
    const last = index === keys.length - 1;
    offset = startOf(last && ofKey ? child.key : child.value) ?? startOf(child.key) ?? offset;
    node = child.value;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function childOf(node: unknown, key: PropertyKey): { key: unknown; value: unknown } | null {
  if (isSeq(node)) {
    const value = node.items[Number(key)];
    return value === undefined ? null : { key: value, value };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((item): item is Pair => isPair(item) && nameOf(item.key) === String(key));
  return pair ? { key: pair.key, value: pair.value ?? pair.key } : null;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function startOf(node: unknown): number | null {
  return isNode(node) && (node as Node).range ? ((node as Node).range?.[0] ?? null) : null;
}
