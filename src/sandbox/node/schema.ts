import type { FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

const INPUTS = ['body', 'querystring', 'query', 'params', 'headers'] as const;

/**
 * A route's schema with every zod schema in it written as JSON Schema; plain JSON Schemas pass unchanged. Parts that
 * cannot be written are left out, so that the rest of the route is still documented.
 */
export function plainSchema(schema: unknown, url: string): FastifySchema | undefined {
  if (!isRecord(schema)) return undefined;
  const plain: Record<string, unknown> = { ...schema };
  for (const part of INPUTS) {
    if (schema[part] === undefined) continue;
    const name = part === 'query' ? 'querystring' : part;
    delete plain[part];
    const written = plainPart({ [name]: schema[part] }, schema[part], url)?.[name];
    if (written !== undefined) plain[name] = written;
  }
  if (isRecord(schema.response)) plain.response = plainResponses(schema.response, url);
  return plain;
}

function plainResponses(responses: Record<string, unknown>, url: string): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [status, value] of Object.entries(responses)) {
    const written = plainPart({ response: { [status]: value } }, value, url)?.response;
    plain[status] = isRecord(written) && written[status] !== undefined ? written[status] : { description: 'Response' };
  }
  return plain;
}

/** `part` through the zod transform when `value` holds a zod schema, as it is when not, undefined when that fails. */
function plainPart(part: FastifySchema, value: unknown, url: string): Record<string, unknown> | undefined {
  if (!holdsZod(value)) return { ...part };
  try {
    const transformed: unknown = Reflect.apply(jsonSchemaTransform, undefined, [
      { schema: part, url, openapiObject: { openapi: '3.1.0' } },
    ]);
    return isRecord(transformed) && isRecord(transformed.schema) ? transformed.schema : undefined;
  } catch {
    return undefined;
  }
}

/** A zod schema itself, `{ properties: zod }` or `{ content: { type: { schema: zod } } }`. */
function holdsZod(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if ('_zod' in value) return true;
  if (isRecord(value.properties) && '_zod' in value.properties) return true;
  return (
    isRecord(value.content) && Object.values(value.content).some((media) => isRecord(media) && holdsZod(media.schema))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
