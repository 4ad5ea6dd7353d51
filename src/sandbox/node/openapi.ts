import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { OpenApiDocument } from '../../contract/sandbox.ts';
import { type ObservedApp, unobserved } from './observe-apps.ts';
import { methodsOf } from './routes.ts';
import { plainSchema } from './schema.ts';

/**
 * The OpenAPI document of a running app: its own if it registered @fastify/swagger for OpenAPI 3, else one made by
 * replaying its routes on an instance that carries the plugin. Null when neither works: documents never stop a start.
 */
export async function openApiOf(app: object, seen: ObservedApp): Promise<OpenApiDocument | null> {
  return ownDocument(app) ?? (await replayed(seen).catch(() => null));
}

function ownDocument(app: object): OpenApiDocument | null {
  if (!('swagger' in app) || typeof app.swagger !== 'function') return null;
  try {
    return asDocument(app.swagger());
  } catch {
    return null;
  }
}

async function replayed(seen: ObservedApp): Promise<OpenApiDocument | null> {
  try {
    return await replay(seen, true);
  } catch {
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

/** As it would be served: plain JSON, and OpenAPI 3. */
function asDocument(value: unknown): OpenApiDocument | null {
  const parsed = OpenApiDocument.safeParse(JSON.parse(JSON.stringify(value)));
  return parsed.success && typeof parsed.data.openapi === 'string' ? parsed.data : null;
}
