import type { Json } from '../../contract/ids.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { isJsonObject, type JsonObject } from '../json/json-type.ts';
import { RouteTable } from './route-table.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export type Operation = { method: string; path: string; operation: JsonObject };

const tables = new WeakMap<OpenApiDocument, RouteTable<Operation>>();

/** Every operation of a document, methods in capitals. What is not an object is skipped: the document is untrusted. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  const paths = document.paths;
  if (!isJsonObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) => {
    if (!isJsonObject(item)) return [];
    return METHODS.flatMap((method) => {
      const operation = item[method];
      return isJsonObject(operation) ? [{ method: method.toUpperCase(), path, operation }] : [];
    });
  });
}

/** The operations of a document, to search in. Kept as long as the document, which nobody changes. */
export function operationTable(document: OpenApiDocument): RouteTable<Operation> {
  const known = tables.get(document);
  if (known) return known;
  const table = new RouteTable(operationsOf(document));
  tables.set(document, table);
  return table;
}

/** Follows `$ref` inside the document ("#/components/…"), at most 10 times. */
export function resolveRef(document: OpenApiDocument, value: Json): Json {
  let current = value;
  for (let hops = 0; hops < 10 && isJsonObject(current) && typeof current.$ref === 'string'; hops += 1) {
    if (!current.$ref.startsWith('#/')) return current;
    let target: Json | undefined = document;
    for (const part of current.$ref.slice(2).split('/')) {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      target = isJsonObject(target) && Object.hasOwn(target, key) ? target[key] : undefined;
    }
    if (target === undefined) return current;
    current = target;
  }
  return current;
}
