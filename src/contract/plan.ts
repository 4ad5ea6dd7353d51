import { z } from 'zod';
import { HttpMethod, HttpStatus } from './ids.ts';

export const PlanField = z.strictObject({
  name: z.string().min(1).max(64).describe('Field name as it stands in JSON.'),
  type: z
    .enum(['string', 'integer', 'number', 'boolean', 'date', 'date-time'])
    .default('string')
    .describe('Its type in JSON; date and date-time are texts, such as 2026-01-31 and 2026-01-31T09:00:00Z.'),
  required: z.boolean().default(true).describe('Whether it must always be there.'),
  readOnly: z.boolean().default(false).describe('Set by the server, never by the client, such as an id.'),
  description: z.string().optional().describe('What it means, in a sentence; goes into the OpenAPI document.'),
});

export const PlanOperation = z.strictObject({
  method: HttpMethod.describe('What is done to what stands at the path.'),
  path: z.string().startsWith('/').describe('Path below basePath, parameters in braces: /books/{id}.'),
  summary: z.string().min(1).max(120).describe('What it does, in one line: "List the books".'),
  statuses: z.array(HttpStatus).min(1).describe('Every status code that a client may get.'),
});

export const PlanResource = z.strictObject({
  name: z.string().min(1).max(64).describe('The collection as it stands in the URL: "books".'),
  item: z.string().min(1).max(64).optional().describe('One of them: "book". Default: the name without its plural s.'),
  description: z.string().optional().describe('What it is, in a sentence; goes into the OpenAPI document.'),
  fields: z.array(PlanField).default([]).describe('What is known of one of them.'),
  rules: z.array(z.string()).default([]).describe('Business rules in words.'),
  operations: z.array(PlanOperation).default([]).describe('What clients can do with it.'),
});

/** `plan.yaml`: what the learner means to build. It becomes the OpenAPI document that the API is compared with. */
export const Plan = z.strictObject({
  title: z.string().min(1).max(80).describe('The name of the API.'),
  purpose: z.string().default('').describe('Which problem the API solves.'),
  audience: z.enum(['internal', 'partner', 'public']).optional().describe('Who calls it.'),
  version: z
    .string()
    .default('1.0.0')
    .describe('Version of the description, such as 1.1.0; not that of the base path.'),
  basePath: z.string().startsWith('/').default('/').describe('In front of every path: /api/v1.'),
  resources: z.array(PlanResource).default([]).describe('The things that the API knows.'),
});

export type PlanField = z.infer<typeof PlanField>;
export type PlanOperation = z.infer<typeof PlanOperation>;
export type PlanResource = z.infer<typeof PlanResource>;
export type Plan = z.infer<typeof Plan>;

/** Where the plan stands in every workspace. */
export const PLAN_PATH = 'plan.yaml';
