import { stringify } from 'yaml';
import { fieldAnchor } from './field-anchor.ts';
import { entryOf, kindsOf, type SchemaNode } from './schema-node.ts';

/** What stands somewhere in a course, by the anchor of the field or section that it is an example of. */
export type Examples = {
  /** On one line. */
  fields: ReadonlyMap<string, string>;
  /** As a snippet of YAML. */
  objects: ReadonlyMap<string, string>;
};

const FIELD_CHARACTERS = 76;
const OBJECT_LINES = 22;

/** The first short value of each field, and for each object the one that says most on few lines. `values` are whole files. */
export function examplesIn(root: SchemaNode, values: readonly unknown[]): Examples {
  const fields = new Map<string, string>();
  const objects = new Map<string, { text: string; keys: number }>();
  const visit = (node: SchemaNode, value: unknown, path: string[]): void => {
    if (Array.isArray(value)) {
      for (const item of value) if (node.items) visit(node.items, item, path);
      return;
    }
    if (!isRecord(value)) return;
    const entry = entryOf(node);
    if (entry) {
      for (const one of Object.values(value)) visit(entry, one, [...path, 'name']);
      return;
    }
    const kinds = kindsOf(node);
    const kind = kinds ? String(value[kinds.key]) : null;
    const place = kind === null ? path : [...path, kind];
    keepObject(objects, fieldAnchor(place), value);
    for (const shape of shapesOf(node, kind)) {
      for (const [key, inner] of Object.entries(value)) {
        const at = shape.properties?.[key];
        if (!at) continue;
        keepField(fields, fieldAnchor([...place, key]), { [key]: inner });
        visit(at, inner, [...place, key]);
      }
    }
  };
  for (const value of values) visit(root, value, []);
  return { fields, objects: new Map([...objects].map(([anchor, { text }]) => [anchor, text])) };
}

function shapesOf(node: SchemaNode, kind: string | null): SchemaNode[] {
  const kinds = kindsOf(node);
  if (kinds) return [kinds.kinds.get(kind ?? '') ?? {}];
  return node.anyOf ?? [node];
}

function keepField(fields: Map<string, string>, anchor: string, value: Record<string, unknown>): void {
  if (fields.has(anchor)) return;
  const text = stringify(value, { lineWidth: 0, collectionStyle: 'any', flowCollectionPadding: true }).trimEnd();
  const flow = text.includes('\n') ? flowText(value) : text;
  if (flow.length <= FIELD_CHARACTERS && !flow.includes('\n')) fields.set(anchor, flow);
}

/** `key: { a: 1 }` rather than lines. */
function flowText(value: Record<string, unknown>): string {
  const [[key, inner] = ['', null]] = Object.entries(value);
  return `${key}: ${stringify(inner, { lineWidth: 0, collectionStyle: 'flow' }).trimEnd()}`;
}

function keepObject(
  objects: Map<string, { text: string; keys: number }>,
  anchor: string,
  value: Record<string, unknown>,
): void {
  const text = stringify(value, { lineWidth: 72 }).trimEnd();
  const keys = Object.keys(value).length;
  const before = objects.get(anchor);
  if (text.split('\n').length > OBJECT_LINES || (before && before.keys >= keys)) return;
  objects.set(anchor, { text, keys });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
