import { z } from 'zod';
import { HttpMethod, HttpStatus } from './ids.ts';

/** What a `plan` check may ask of a plan. */
export const PlanRule = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('version'),
    is: z.string().min(1).describe('The version of the description, such as 1.1.0.'),
  }),
  z.strictObject({ rule: z.literal('purpose'), minWords: z.number().int().min(1).default(5) }),
  z.strictObject({ rule: z.literal('audience'), oneOf: z.array(z.enum(['internal', 'partner', 'public'])).optional() }),
  z.strictObject({
    rule: z.literal('resources'),
    names: z.array(z.string()).min(1).describe('Resources that must be there.'),
  }),
  z.strictObject({ rule: z.literal('fields'), resource: z.string(), names: z.array(z.string()).min(1) }),
  z.strictObject({
    rule: z.literal('field'),
    resource: z.string(),
    name: z.string(),
    required: z.boolean().optional().describe('Whether it must always be there. Default: either.'),
    readOnly: z.boolean().optional().describe('Whether only the server sets it. Default: either.'),
    described: z.literal(true).optional().describe('It says in words what it means.'),
  }),
  z.strictObject({ rule: z.literal('read-only-id'), resource: z.string().optional() }),
  z.strictObject({ rule: z.literal('business-rule'), resource: z.string(), min: z.number().int().min(1).default(1) }),
  z.strictObject({ rule: z.literal('plural-nouns') }),
  z.strictObject({ rule: z.literal('no-verbs-in-paths') }),
  z.strictObject({ rule: z.literal('kebab-case-paths') }),
  z.strictObject({
    rule: z.literal('versioned-base-path'),
    is: z.string().startsWith('/').optional().describe('The one that the later lessons build on: /api/v1.'),
  }),
  z.strictObject({ rule: z.literal('paths-under-resource') }),
  z.strictObject({
    rule: z.literal('operation'),
    method: HttpMethod,
    path: z.string().startsWith('/').describe('Below basePath. The name of a parameter does not matter.'),
    statuses: z.array(HttpStatus).optional().describe('Statuses that the operation must name; more are fine.'),
  }),
]);
export type PlanRule = z.infer<typeof PlanRule>;
