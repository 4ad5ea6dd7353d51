import type { FieldShape } from '../../contract/contract-diff.ts';
import type { Json } from '../../contract/ids.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { isJsonObject, type JsonObject } from '../json/json-type.ts';
import { resolveRef } from './openapi-document.ts';

/** A field with what else decides whether it agrees with another one. */
export type Field = FieldShape & { readOnly: boolean; pattern: boolean; hasDefault: boolean };
/** `list`: the schema is of a list, and the fields are those of its items. */
export type Fields = { list: boolean; fields: Map<string, Field> };

const MOST_FIELDS = 200;
const DEEPEST = 6;
/** Parts that one schema is put together from. Parts that lead to one another would make more of them than anybody waits for. */
const MOST_PARTS = 100;

/** The fields of an object schema, or of the items of a list. Null when it does not tell any. */
export function fieldsOf(document: OpenApiDocument, schema: Json | undefined): Fields | null {
  const whole = plain(document, schema);
  if (!whole) return null;
  const list = typeOf(whole) === 'array';
  const object = list ? plain(document, whole.items) : whole;
  const properties = object?.properties;
  if (!object || !isJsonObject(properties)) return null;
  const required = Array.isArray(object.required) ? object.required : [];
  const fields = Object.entries(properties)
    .slice(0, MOST_FIELDS)
    .map(([name, value]) => [name, fieldOf(document, value, required.includes(name))] as const);
  return fields.length === 0 ? null : { list, fields: new Map(fields) };
}

/**
 * What an envelope `{ status, message, data }` holds; a schema without one as it is. Where a list is wanted and `data`
 * is an object, the list in it: a page of results has its items beside their number.
 */
export function insideEnvelope(document: OpenApiDocument, schema: Json | undefined, list: boolean): Json | undefined {
  const outer = plain(document, schema);
  const properties = outer?.properties;
  const wrapped =
    isJsonObject(properties) &&
    'data' in properties &&
    ('status' in properties || 'message' in properties || 'meta' in properties);
  const inner = wrapped && isJsonObject(properties) ? plain(document, properties.data) : outer;
  if (!list || !inner || typeOf(inner) === 'array' || !isJsonObject(inner.properties)) return inner ?? undefined;
  const lists = Object.values(inner.properties).flatMap((value) => {
    const one = plain(document, value);
    return one && typeOf(one) === 'array' ? [one] : [];
  });
  return lists.length === 1 ? lists[0] : undefined;
}

function fieldOf(document: OpenApiDocument, schema: Json, required: boolean): Field {
  const one = plain(document, schema);
  return {
    type: one ? typeOf(one) : 'any',
    required,
    readOnly: one?.readOnly === true,
    pattern: one?.pattern !== undefined || one?.enum !== undefined,
    hasDefault: one?.default !== undefined,
  };
}

/** References followed, "or null" taken off, `allOf` put together. Null: not an object, one of several forms, or too much. */
function plain(
  document: OpenApiDocument,
  schema: Json | undefined,
  depth = 0,
  parts = { left: MOST_PARTS },
): JsonObject | null {
  if (schema === undefined || depth > DEEPEST || parts.left === 0) return null;
  parts.left -= 1;
  const found = resolveRef(document, schema);
  if (!isJsonObject(found) || found.$ref !== undefined) return null;
  const forms = found.anyOf ?? found.oneOf;
  if (Array.isArray(forms)) {
    const real = forms.filter((form) => !(isJsonObject(form) && form.type === 'null'));
    return real.length === 1 ? plain(document, real[0], depth + 1, parts) : null;
  }
  if (!Array.isArray(found.allOf)) return found;
  const whole: JsonObject = {};
  const properties: JsonObject = {};
  const required: Json[] = [];
  for (const part of [found, ...found.allOf.map((one) => plain(document, one, depth + 1, parts))]) {
    if (!part) continue;
    Object.assign(whole, part);
    Object.assign(properties, asObject(part.properties));
    for (const name of asList(part.required)) required.push(name);
  }
  return { ...whole, properties, required };
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The type as a plan names it: dates apart from other texts. "any" where it is not said or there are several. */
function typeOf(schema: JsonObject): string {
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter((type) => type !== 'null');
  const [type] = types;
  if (types.length !== 1 || typeof type !== 'string') return schema.properties === undefined ? 'any' : 'object';
  if (type === 'string' && (schema.format === 'date' || schema.format === 'date-time')) return schema.format;
  return type;
}
