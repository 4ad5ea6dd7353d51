import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { LIMITS } from '../../contract/limits.ts';
import { BuiltDocument, OpenApiDocument } from '../../contract/sandbox.ts';
import { type ObservedApp, unobserved } from './observe-apps.ts';
import { methodsOf } from './routes.ts';
import { plainSchema } from './schema.ts';

/** A route and the HEAD that comes with it; documenting more would hold the process up. */
const MOST_REPLAYED = 2 * LIMITS.routes;
const TOO_LARGE =
  'Your OpenAPI document is too large for the workbench: more than ' +
  `${LIMITS.documentBytes / 1024} KB or ${LIMITS.documentParts} parts. The docs and the contract do without it.`;

/**
 * The OpenAPI document of a running app: its own if it registered @fastify/swagger for OpenAPI 3, else one made by
 * replaying its routes on an instance that carries the plugin. Null when neither works: documents never stop a start.
 * Null too, with a line for the learner, when it is too large for the workbench.
 */
export async function openApiOf(app: object, seen: ObservedApp): Promise<OpenApiDocument | null> {
  try {
    const own = ownDocument(app);
    if (own) return own;
    if (seen.routes.length > MOST_REPLAYED) throw new DocumentTooLargeError();
    return await replayed(seen);
  } catch (error) {
    if (error instanceof DocumentTooLargeError) console.log(TOO_LARGE);
    return null;
  }
}

function ownDocument(app: object): OpenApiDocument | null {
  if (!('swagger' in app) || typeof app.swagger !== 'function') return null;
  try {
    return asDocument(app.swagger());
  } catch (error) {
    if (error instanceof DocumentTooLargeError) throw error;
    return null;
  }
}

async function replayed(seen: ObservedApp): Promise<OpenApiDocument | null> {
  try {
    return await replay(seen, true);
  } catch (error) {
    if (error instanceof DocumentTooLargeError) throw error;
    return replay(seen, false);
  }
}

/** `named`: with the schemas of zod's global registry as components; one that cannot be written breaks all of them. */
async function replay(seen: ObservedApp, named: boolean): Promise<OpenApiDocument | null> {
  const doc = unobserved(() => Fastify({ exposeHeadRoutes: false }));
  doc.setValidatorCompiler(() => () => true);
  doc.setSerializerCompiler(() => () => '');
  await doc.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Your API', version: '1.0.0' } },
    ...(named && { transformObject: jsonSchemaTransformObject }),
  });
  for (const schema of seen.schemas.values()) quietly(() => doc.addSchema(schema));
  addRoutes(doc, seen);
  await doc.ready();
  const document = asDocument(doc.swagger());
  await doc.close();
  return document;
}

function addRoutes(doc: FastifyInstance, seen: ObservedApp): void {
  const known = new Set<string>();
  for (const route of seen.routes) {
    for (const method of methodsOf(route)) {
      const key = `${method} ${route.options.url}`;
      if (method === 'HEAD' || known.has(key)) continue;
      known.add(key);
      const schema = plainSchema(route.options.schema, route.options.url);
      quietly(() => doc.route({ method, url: route.options.url, schema, handler: async () => null }));
    }
  }
}

function quietly(step: () => unknown): void {
  try {
    step();
  } catch {
    // One schema or route that cannot be documented must not take the others with it.
  }
}

/** As it would be served: plain JSON, and OpenAPI 3. Throws DocumentTooLargeError. */
function asDocument(value: unknown): OpenApiDocument | null {
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > LIMITS.documentBytes) throw new DocumentTooLargeError();
  const document = OpenApiDocument.safeParse(JSON.parse(text)).data;
  if (typeof document?.openapi !== 'string') return null;
  if (!BuiltDocument.safeParse(document).success) throw new DocumentTooLargeError();
  return document;
}

class DocumentTooLargeError extends Error {
  override readonly name = 'DocumentTooLargeError';
}
