import { z } from 'zod';
import { Id } from './ids.ts';

export const Track = z.strictObject({
  id: Id.describe('Folder name of this track inside each lesson.'),
  title: z.string().min(1).max(40).describe('What the learner reads, such as "Fastify".'),
  runtime: z.enum(['node', 'python']).describe('Which sandbox runs the code of this track.'),
  entry: z.string().default('src/app.ts').describe('The file that exports `buildApp`.'),
});

export const Stage = z.strictObject({
  id: Id,
  title: z.string().min(1).max(40).describe('One word for the stage bar.'),
  summary: z.string().min(1).max(300),
  lessons: z.array(Id).describe('Lesson ids in the order in which they are taught. Order lives here alone.'),
});

/** `course.yaml`: what a course is and in which order it is taught. */
export const CourseFile = z.strictObject({
  schemaVersion: z.literal(1).describe('Version of the format of the course files.'),
  id: Id,
  title: z.string().min(1).max(80),
  summary: z.string().min(1).max(500),
  carries: z
    .array(z.string())
    .default([])
    .describe("Files of the learner's own that go with them from a completed lesson to the next, such as plan.yaml."),
  tracks: z.array(Track).min(1),
  stages: z.array(Stage).min(1),
});

export type Track = z.infer<typeof Track>;
export type Stage = z.infer<typeof Stage>;
export type CourseFile = z.infer<typeof CourseFile>;
