import { z } from 'zod';
import { Id, SchemaVersion } from './ids.ts';

/** `glossary.yaml` beside `course.yaml`. Lessons link to a term with `[text](term:<id>)`. */
export const GlossaryFile = z.strictObject({
  schemaVersion: SchemaVersion,
  terms: z
    .record(
      Id,
      z.strictObject({
        term: z.string().min(1).max(60).describe('The word or words that are explained.'),
        text: z.string().min(1).max(600).describe('What it is, in one to three plain sentences.'),
        source: z.string().max(120).optional().describe('Where it is defined, such as "RFC 9110, section 9.2.2".'),
        see: z.array(Id).default([]).describe('Ids of other terms.'),
      }),
    )
    .describe('Id to term. Ids are what lessons link to.'),
});
export type GlossaryFile = z.infer<typeof GlossaryFile>;
