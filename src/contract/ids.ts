import { z } from 'zod';

/** A stable name in kebab-case: lessons, tasks, checks, mutants. Order never lives in an id. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id in kebab-case, such as "create-a-book"')
  .max(64)
  .describe('A stable id in kebab-case. It never carries the order.');

/** A path inside a workspace: relative, forward slashes, no name that ends with a dot or a space, no control characters; at most 200 characters. */
export const WorkspacePath = z
  .string()
  .min(1)
  .max(200)
  .refine((path) => isWorkspacePath(path), 'a relative path such as "src/app.ts", without "..", "\\" or a leading "/"');

function isWorkspacePath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  if (/[\u0000-\u001f\\:*?"<>|]/.test(path)) return false;
  // Windows drops a dot or a space at the end of a name, so it would be another file's.
  return path.split('/').every((part) => part !== '' && !/[. ]$/.test(part));
}

/** Which paths of a workspace are meant: `**` is any folders, `*` any text within a name, nothing else is special. */
export const PathGlob = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\\?[\]{}()!+@|]+$/, 'a glob with * and ** only, such as "src/**/*.ts"');

export const HttpMethod = z
  .enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
  .describe('An HTTP method (RFC 9110, section 9), in capitals.');
export type HttpMethod = z.infer<typeof HttpMethod>;

/** An HTTP status code (RFC 9110, section 15). */
export const HttpStatus = z.number().int().min(100).max(599).describe('An HTTP status code, such as 200.');

/** The version of the format of every course file. */
export const SchemaVersion = z.literal(1).describe('Version of the format of this file: 1.');

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export const Json: z.ZodType<Json> = z.json() as z.ZodType<Json>;
