import type { FastifyInstance } from 'fastify';

/** Reads JSON, takes the blanks from around every text in it, and makes an empty body an empty object. */
export function tidyBodies(app: FastifyInstance) {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, text: string) => {
    const body: unknown = JSON.parse(text || '{}');
    return tidied(body, undefined);
  });
}

/** Merges `value` into `target`, level by level. */
function tidied(value: unknown, target: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (!isObject(value)) return value;
  const result = isObject(target) ? target : {};
  for (const [key, inner] of Object.entries(value)) result[key] = tidied(inner, result[key]);
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
