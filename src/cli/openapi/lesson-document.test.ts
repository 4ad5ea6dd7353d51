import { expect, test } from 'vitest';
import { GOOD_COURSE } from '../../server/courses/course-copy.ts';
import { lessonDocument } from './lesson-document.ts';

test("the document is that of the solution's API, without the address at which it ran", async () => {
  const document = await lessonDocument({ dir: GOOD_COURSE, lesson: 'create-book' });
  expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\./), paths: expect.any(Object) });
  expect(Object.keys(Object(document.paths)).length).toBeGreaterThan(0);
  expect(JSON.stringify(document)).not.toContain('127.0.0.1');
});

test('what cannot be run is a sentence with the lesson in it', async () => {
  await expect(lessonDocument({ dir: GOOD_COURSE, lesson: 'nowhere' })).rejects.toMatchObject({
    code: 'RW_LESSON_UNKNOWN',
  });
  await expect(lessonDocument({ dir: GOOD_COURSE, lesson: 'plan-books' })).rejects.toMatchObject({
    code: 'RW_OPENAPI_NONE',
    message: expect.stringContaining('plan-books'),
  });
  await expect(lessonDocument({ dir: GOOD_COURSE, lesson: 'create-book', track: 'cobol' })).rejects.toMatchObject({
    code: 'RW_OPENAPI_NONE',
    message: expect.stringContaining('cobol'),
  });
});
