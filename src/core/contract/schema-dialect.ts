import type { Json } from '../../contract/ids.ts';
import { isJsonObject } from '../json/json-type.ts';

/**
 * A schema of an OpenAPI 3.0 document as JSON Schema 2020-12: `nullable` becomes a type, boolean exclusive bounds
 * become numbers (OpenAPI 3.1.0, appendix on migration). Schemas of 3.1 documents stay as they are.
 */
export function toJsonSchema(schema: Json, openapiVersion: unknown): Json {
  return typeof openapiVersion === 'string' && openapiVersion.startsWith('3.0') ? modern(schema) : schema;
}

function modern(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(modern);
  if (!isJsonObject(schema)) return schema;
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, modern(value)]),
  );
  const bounded = {
    ...rest,
    ...bound('exclusiveMinimum', exclusiveMinimum, rest.minimum),
    ...bound('exclusiveMaximum', exclusiveMaximum, rest.maximum),
  };
  return nullable === true ? { anyOf: [bounded, { type: 'null' }] } : bounded;
}

function bound(key: string, exclusive: Json | undefined, limit: Json | undefined): { [key: string]: Json } {
  if (exclusive === true) return limit === undefined ? {} : { [key]: limit };
  return exclusive === undefined || exclusive === false ? {} : { [key]: exclusive };
}
