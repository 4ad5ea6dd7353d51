import { z } from 'zod';
import { HttpMethod, HttpStatus } from './ids.ts';

const resource = z.string().describe('The name of a resource, as it stands in the plan: "books".');

/** What a `plan` check may ask of a plan. */
export const PlanRule = z.discriminatedUnion('rule', [
  z
    .strictObject({
      rule: z.literal('version'),
      is: z.string().min(1).describe('The version of the description, such as 1.1.0.'),
    })
    .describe('The plan has this `version`.'),
  z
    .strictObject({
      rule: z.literal('purpose'),
      minWords: z.number().int().min(1).default(5).describe('How many words it takes at least.'),
    })
    .describe('The plan says in words which problem the API solves.'),
  z
    .strictObject({
      rule: z.literal('audience'),
      oneOf: z
        .array(z.enum(['internal', 'partner', 'public']))
        .optional()
        .describe('Which answers are right. Default: any.'),
    })
    .describe('The plan says who calls the API.'),
  z
    .strictObject({
      rule: z.literal('resources'),
      names: z.array(z.string()).min(1).describe('Resources that must be there.'),
    })
    .describe('The plan has these resources; more are fine.'),
  z
    .strictObject({
      rule: z.literal('fields'),
      resource,
      names: z.array(z.string()).min(1).describe('Fields that must be there.'),
    })
    .describe('A resource has these fields; more are fine.'),
  z
    .strictObject({
      rule: z.literal('field'),
      resource,
      name: z.string().describe('The name of the field.'),
      required: z.boolean().optional().describe('Whether it must always be there. Default: either.'),
      readOnly: z.boolean().optional().describe('Whether only the server sets it. Default: either.'),
      described: z.literal(true).optional().describe('It says in words what it means.'),
    })
    .describe('A resource has a field, and says this of it.'),
  z
    .strictObject({
      rule: z.literal('read-only-id'),
      resource: resource.optional().describe('The name of a resource. Default: every resource.'),
    })
    .describe('There is a field `id` that only the server sets.'),
  z
    .strictObject({
      rule: z.literal('business-rule'),
      resource,
      min: z.number().int().min(1).default(1).describe('How many there are at least.'),
    })
    .describe('A resource has business rules in words.'),
  z
    .strictObject({ rule: z.literal('plural-nouns') })
    .describe('Each resource is named by a plural noun, such as books.'),
  z.strictObject({ rule: z.literal('no-verbs-in-paths') }).describe('No part of a path is a verb or begins with one.'),
  z.strictObject({ rule: z.literal('kebab-case-paths') }).describe('Paths are small letters, digits and hyphens.'),
  z
    .strictObject({
      rule: z.literal('versioned-base-path'),
      is: z.string().startsWith('/').optional().describe('The one that the later lessons build on: /api/v1.'),
    })
    .describe('A part of `basePath` is a version, such as v1.'),
  z
    .strictObject({ rule: z.literal('paths-under-resource') })
    .describe('The path of each operation begins with the name of its resource.'),
  z
    .strictObject({
      rule: z.literal('operation'),
      method: HttpMethod,
      path: z.string().startsWith('/').describe('Below basePath. The name of a parameter does not matter.'),
      statuses: z.array(HttpStatus).optional().describe('Statuses that the operation must name; more are fine.'),
    })
    .describe('The plan has this operation.'),
]);
export type PlanRule = z.infer<typeof PlanRule>;
