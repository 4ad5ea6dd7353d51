import type { Json } from '../../contract/ids.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { isJsonObject, type JsonObject } from '../json/json-type.ts';
import { bestFit, shapeOf } from './path-shape.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export type Operation = { method: string; path: string; operation: JsonObject };

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

/** The operation that a request to a concrete path meets, or null. */
export function findOperation(document: OpenApiDocument, method: string, concretePath: string): JsonObject | null {
  const candidates = operationsOf(document).filter((one) => one.method === method.toUpperCase());
  return bestFit(candidates, (one) => one.path, concretePath)?.operation ?? null;
}

/** The operation with the same method and the same shape of path, whatever its parameters are called. */
export function sameOperation(document: OpenApiDocument, method: string, path: string): Operation | null {
  const shape = shapeOf(path);
  return (
    operationsOf(document).find((one) => one.method === method.toUpperCase() && shapeOf(one.path) === shape) ?? null
  );
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
