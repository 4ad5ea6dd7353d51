import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RoutewrightError } from '../../contract/errors.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { lessonFiles } from '../../server/courses/lesson-files.ts';
import { loadCourse } from '../../server/courses/load-course.ts';
import { Labs } from '../../server/lab/labs.ts';
import { createPool } from '../../server/sandbox/pool.ts';
import { loadRuntime } from '../../server/sandbox/runtime.ts';
import { StartFailedError } from '../../server/sandbox/start-failed-error.ts';

export type DocumentOptions = {
  /** Absolute folder of the course. */
  dir: string;
  lesson: string;
  /** The id of a track; the first of the course unless told. */
  track?: string;
  signal?: AbortSignal;
};

/**
 * The OpenAPI document of a lesson's solution, from its API as it runs in the sandbox.
 * Throws RW_COURSE_NOT_FOUND, RW_LESSON_UNKNOWN, RW_OPENAPI_NONE when the solution does not start or describes nothing,
 * RW_HOST_RUNTIME, RW_HOST_LAB, and the signal's reason.
 */
export async function lessonDocument({ dir, lesson: id, track, signal }: DocumentOptions): Promise<OpenApiDocument> {
  const course = await loadCourse(dir);
  const lesson = course.lessons.get(id);
  if (!lesson) throw new RoutewrightError('RW_LESSON_UNKNOWN', { id });
  const on = track === undefined ? course.file.tracks[0] : course.file.tracks.find((one) => one.id === track);
  const none = (detail: string, cause?: unknown) =>
    new RoutewrightError('RW_OPENAPI_NONE', { lesson: id, detail }, { cause });
  if (!on)
    throw none(`there is no track ${track ?? ''}; there are ${course.file.tracks.map((one) => one.id).join(', ')}`);

  const folder = await realpath(await mkdtemp(join(tmpdir(), 'routewright-openapi-')));
  const labs = new Labs({ home: null });
  const pool = createPool({ runtime: await loadRuntime(on.runtime), size: 1 });
  try {
    await writeFiles(folder, await lessonFiles(course, id, on.id, 'solution'));
    const lab = await labs.open(lesson.frontmatter.lab, 'fresh');
    try {
      const api = await pool.run({ workspace: folder, entry: on.entry, lab, signal });
      await api.stop();
      if (!api.openapi) throw none('its API describes nothing');
      return api.openapi;
    } finally {
      await lab.close();
    }
  } catch (error) {
    throw error instanceof StartFailedError ? none(error.failure.message, error) : error;
  } finally {
    await pool.close();
    await labs.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: WorkspaceFile[]): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.text);
  }
}
