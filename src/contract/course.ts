import { z } from 'zod';
import { Id, SchemaVersion } from './ids.ts';

export const Track = z.strictObject({
  id: Id.describe('Folder name of this track inside each lesson.'),
  title: z.string().min(1).max(40).describe('What the learner reads, such as "Fastify".'),
  runtime: z.enum(['node', 'python']).describe('Which sandbox runs the code of this track.'),
  entry: z.string().default('src/app.ts').describe('The file of a workspace that exports `buildApp`.'),
});

export const Stage = z.strictObject({
  id: Id.describe('Names the folder of this stage.'),
  title: z.string().min(1).max(40).describe('One word for the stage bar.'),
  summary: z.string().min(1).max(300).describe('What the stage is about, in one to three sentences.'),
  lessons: z.array(Id).describe('Lesson ids in the order in which they are taught. Order lives here alone.'),
});

/** `course.yaml`: what a course is and in which order it is taught. */
export const CourseFile = z.strictObject({
  schemaVersion: SchemaVersion,
  id: Id.describe('Names the course. Progress is kept under it: never change it.'),
  title: z.string().min(1).max(80).describe('What learners read on top.'),
  summary: z.string().min(1).max(500).describe('What learners build and can do at the end.'),
  carries: z
    .array(z.string())
    .default([])
    .describe("Files of the learner's own that go with them from a completed lesson to the next, such as plan.yaml."),
  tracks: z.array(Track).min(1).describe('Ways to take the course, such as one for each framework.'),
  stages: z.array(Stage).min(1).describe('The parts of the course, in the order in which they are taught.'),
});

export type Track = z.infer<typeof Track>;
export type Stage = z.infer<typeof Stage>;
export type CourseFile = z.infer<typeof CourseFile>;
