import { z } from 'astro/zod';
import type { Course, Lesson } from '../../../src/server/courses/course.ts';

/** What the page of a lesson shows. */
export const LessonPage = z.strictObject({
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  stage: z.string(),
  blocks: z.array(z.strictObject({ id: z.string().nullable(), title: z.string().nullable(), markdown: z.string() })),
});
export type LessonPage = z.infer<typeof LessonPage>;

export function lessonPage(_course: Course, lesson: Lesson): LessonPage {
  const { title, summary, minutes } = lesson.frontmatter;
  return {
    title,
    summary,
    minutes,
    stage: lesson.stage.title,
    blocks: lesson.blocks.map((block) =>
      block.type === 'task'
        ? { id: block.id, title: block.title, markdown: block.markdown }
        : { id: null, title: null, markdown: block.markdown },
    ),
  };
}
