import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { Course } from '../courses/course.ts';
import { lessonImage } from '../courses/lesson-image.ts';
import { refuse } from './refuse.ts';

/** A picture is shown and does nothing: no script, no request, and no page of its own even if somebody opens it. */
const IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** The images of lessons: `/lesson-images/<lesson>?src=<as it stands in lesson.md>`. */
export function serveLessonImages(app: FastifyInstance, course: Course): void {
  app.get<{ Params: { lesson: string }; Querystring: { src?: string } }>(
    '/lesson-images/:lesson',
    async (request, reply) => {
      const lesson = course.lessons.get(request.params.lesson);
      const { src } = request.query;
      if (!lesson || typeof src !== 'string') return refuse(request, reply, 'RW_HTTP_NOT_FOUND');
      const image = lessonImage(course.dir, lesson.dir, src);
      if ('problem' in image) return refuse(request, reply, 'RW_HTTP_NOT_FOUND');
      reply.headers({ 'content-security-policy': IMAGE_POLICY, 'cache-control': 'no-cache' });
      return reply.type(image.type).send(await readFile(image.path));
    },
  );
}
