import { z } from 'zod';

const Parameter = z.object({ name: z.string(), in: z.string(), description: z.string().default('') });

const Body = z.object({ content: z.record(z.string(), z.object({ example: z.unknown() })) });

const Operation = z.object({
  tags: z.array(z.string()).default([]),
  operationId: z.string(),
  summary: z.string().default(''),
  description: z.string().default(''),
  deprecated: z.boolean().default(false),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z.array(Parameter).default([]),
  requestBody: Body.optional(),
  responses: z.record(z.string(), z.object({ description: z.string() })),
});

const Document = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().default('') }),
  tags: z.array(z.object({ name: z.string(), description: z.string().default('') })).default([]),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

/** An operation of the document, with where it is. */
export type Operation = z.infer<typeof Operation> & { method: string; path: string };

/** What the reference shows of an OpenAPI document. */
export type Reference = Pick<z.infer<typeof Document>, 'info' | 'tags'> & { operations: Operation[] };

/** Reads what the reference shows. Throws when `document` is not an OpenAPI document with an id for each operation. */
export function readDocument(document: unknown): Reference {
  const { info, tags, paths } = Document.parse(document);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
  return { info, tags, operations };
}
