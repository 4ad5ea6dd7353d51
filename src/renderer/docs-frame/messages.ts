import { z } from 'zod';
import { ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import { OpenApiDocument } from '../../contract/sandbox.ts';

/** The protocol between the workbench and the frame that shows API documents: both directions, once. */

/** Workbench to frame. */
export const ToDocsFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('show'),
    /** Scrubbed (scrub-document.ts); the same name is updated in place. */
    name: z.enum(['planned', 'built']),
    openapi: OpenApiDocument,
    /** Requests can be tried, because the API runs. */
    live: z.boolean(),
    dark: z.boolean(),
    /** Design tokens: custom property to value. */
    tokens: z.record(z.string(), z.string()),
  }),
  z.object({
    type: z.literal('response'),
    id: z.number(),
    /** Null when the request could not be sent. */
    response: ReceivedResponse.nullable(),
  }),
  z.object({
    type: z.literal('fonts'),
    fonts: z.array(z.object({ family: z.string(), data: z.instanceof(ArrayBuffer) })),
  }),
]);
export type ToDocsFrame = z.infer<typeof ToDocsFrame>;

/** Frame to workbench. Untrusted: what the frame shows comes from a learner's process. */
export const FromDocsFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('shown') }),
  z.object({ type: z.literal('request'), id: z.number(), request: SentRequest }),
  /** A link was chosen. */
  z.object({ type: z.literal('open'), url: z.url({ protocol: /^https$/ }) }),
]);
export type FromDocsFrame = z.infer<typeof FromDocsFrame>;
