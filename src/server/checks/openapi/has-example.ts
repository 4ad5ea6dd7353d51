import type { Json } from '../../../contract/ids.ts';
import { isJsonObject, type JsonObject } from '../../../core/json/json-type.ts';

/** Schemas in schemas that are looked into; deeper ones count as having an example. */
const DEEPEST = 12;

/** Whether a JSON body has an example: of its own, of its schema, or of each field of the schema. */
export function hasExample(media: JsonObject): boolean {
  return isGiven(media) || schemaHasExample(media.schema, 0);
}

function isGiven({ example, examples }: JsonObject): boolean {
  if (example !== undefined) return true;
  if (Array.isArray(examples)) return examples.length > 0;
  return isJsonObject(examples) && Object.keys(examples).length > 0;
}

function schemaHasExample(schema: Json | undefined, depth: number): boolean {
  if (!isJsonObject(schema)) return false;
  if (isGiven(schema) || schema.const !== undefined || schema.type === 'null' || depth > DEEPEST) return true;
  // A part of itself, which is left as it was written.
  if (schema.$ref !== undefined) return true;
  // One value only is its own example.
  if (Array.isArray(schema.enum) && schema.enum.length === 1) return true;
  const each = (parts: Json | undefined): Json[] => (Array.isArray(parts) ? parts : []);
  const all = each(schema.allOf);
  if (all.length > 0 && all.every((part) => schemaHasExample(part, depth + 1))) return true;
  const some = [...each(schema.oneOf), ...each(schema.anyOf)];
  if (some.some((part) => isJsonObject(part) && part.type !== 'null' && schemaHasExample(part, depth + 1))) return true;
  const properties = isJsonObject(schema.properties) ? Object.values(schema.properties) : [];
  if (properties.length > 0) return properties.every((property) => schemaHasExample(property, depth + 1));
  return schema.items !== undefined && schemaHasExample(schema.items, depth + 1);
}
