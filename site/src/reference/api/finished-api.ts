import { z } from 'astro/zod';

/** The API that the course ends with: what it says about itself, and Scalar's page of that. */
export const FinishedApi = z.strictObject({
  lesson: z.string(),
  lessonTitle: z.string(),
  title: z.string(),
  version: z.string(),
  /** The OpenAPI document, as JSON with two spaces. */
  json: z.string(),
  /** Scalar's page without a frame. */
  html: z.string(),
  /** What it needs of Scalar's style sheet. */
  css: z.string(),
});
export type FinishedApi = z.infer<typeof FinishedApi>;
