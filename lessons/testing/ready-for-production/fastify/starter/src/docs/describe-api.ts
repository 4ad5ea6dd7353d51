import swagger, { type SwaggerTransformObject } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { newestVersion } from './changelog.ts';
import { securitySchemes } from './security.ts';
import { TAGS } from './tags.ts';

const DESCRIPTION = `
The catalogue, the members and the loans of the lending library.

Every answer has the same envelope: \`status\`, \`message\` and \`data\`. Reading the catalogue is free for all; for the
rest, send an access token in the header \`Authorization: Bearer …\`. A token that is not valid gets 401 everywhere.
`;

/** Collects the routes that are registered from now on, and makes the OpenAPI document of them. */
export async function describeApi(app: FastifyInstance, { issuer, publicUrl }: { issuer: string; publicUrl: string }) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Lending library',
        version: newestVersion(),
        description: DESCRIPTION.trim(),
        contact: { name: 'The library desk', email: 'desk@library.example' },
        license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
      },
      servers: [{ url: publicUrl, description: 'The library' }],
      tags: TAGS,
      components: { securitySchemes: securitySchemes(issuer) },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      return { schema, url: withoutSlash(url) };
    },
    transformObject: withUsedSchemas,
  });
}

/** `/books/` and `/books` are one route here. The plan and `Location` have the short one, so the document has it, too. */
const withoutSlash = (url: string) => (url.length > 1 && url.endsWith('/') ? url.slice(0, -1) : url);

/** Every named schema comes in two forms, for requests and for answers. Leaves out those that nothing refers to. */
const withUsedSchemas: SwaggerTransformObject = (routes) => {
  const document = jsonSchemaTransformObject(routes);
  const schemas = 'components' in document ? (document.components?.schemas ?? {}) : {};
  const text = JSON.stringify(document);
  for (const name of Object.keys(schemas)) {
    if (!text.includes(`"#/components/schemas/${name}"`)) delete schemas[name];
  }
  return document;
};
