import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { RoutewrightError } from '../../contract/errors.ts';
import { Id } from '../../contract/ids.ts';
import type { Course } from '../../server/courses/course.ts';
import { schemaLine } from '../schemas/schema-line.ts';
import { lessonSkeleton } from './lesson-skeleton.ts';

export type NewLesson = {
  id: string;
  /** Default: the last stage that has lessons. */
  stage?: string;
};

/**
 * Writes the files of a new lesson and puts it at the end of its stage in course.yaml, whose other lines stay as they
 * are. In a course whose files name their schemas, the new ones do so, too. The lesson passes `lint` and fails `verify`: its solution and its mutant are still to be written.
 * Gives the paths of the files, relative to the course. Throws RW_NEW_ID, RW_NEW_EXISTS, RW_NEW_STAGE.
 */
export async function newLesson(course: Course, { id, stage: wanted }: NewLesson): Promise<string[]> {
  if (!Id.safeParse(id).success) throw new RoutewrightError('RW_NEW_ID', { id });
  if (course.lessons.get(id)) throw new RoutewrightError('RW_NEW_EXISTS', { id });
  const { stages } = course.file;
  const stage = wanted ?? stages.findLast(({ lessons }) => lessons.length > 0)?.id ?? stages[0]?.id ?? '';
  const at = stages.findIndex((one) => one.id === stage);
  if (at < 0) throw new RoutewrightError('RW_NEW_STAGE', { stage, stages: stages.map((one) => one.id).join(', ') });

  const folder = `${stage}/${id}`;
  const files = lessonSkeleton(
    id,
    course.file.tracks.map((track) => track.id),
  );
  const named = await namesSchemas(course.dir);
  for (const { path, text } of files) {
    const line = named ? schemaLine(`${folder}/${path}`) : '';
    await writeNew(join(course.dir, folder, path), line + text, id);
  }
  await addToCourse(join(course.dir, 'course.yaml'), at, id);
  return files.map(({ path }) => `${folder}/${path}`);
}

/** Whether the files of this course say in their first line which schema they have. */
async function namesSchemas(dir: string): Promise<boolean> {
  const schema = schemaLine('course.yaml').trim();
  return (await readFile(join(dir, 'course.yaml'), 'utf8')).startsWith(schema);
}

/** Nothing that an author wrote is overwritten, even in a folder that no course names yet. */
async function writeNew(file: string, text: string, id: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw isThere ? new RoutewrightError('RW_NEW_EXISTS', { id }, { cause: error }) : error;
  }
}

async function addToCourse(file: string, stage: number, id: string): Promise<void> {
  const document = parseDocument(await readFile(file, 'utf8'));
  const lessons = document.getIn(['stages', stage, 'lessons']);
  if (isSeq(lessons)) lessons.add(id);
  else document.setIn(['stages', stage, 'lessons'], [id]);
  await writeFile(file, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}
