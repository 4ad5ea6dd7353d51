import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ChecksFile } from '../../contract/check.ts';
import type { Stage, Track } from '../../contract/course.ts';
import { HintsFile, MutantFile, QuizFile } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import { parseLesson } from '../../core/lesson/parse-lesson.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { Lesson, LessonTrack, Mutant } from './course.ts';
import { checkReferences } from './lesson-references.ts';
import { readCourseFile } from './read-course-file.ts';
import { readDelta } from './read-delta.ts';
import type { LessonSources } from './reference-problems.ts';
import { lessonSource, yamlSource } from './source.ts';
import { checkLessonFolder, checkTrackFolder } from './unknown-names.ts';

/** Reads one lesson. Never throws for a mistake in it: what cannot be read has a default, and `problems` says why. */
export async function loadLesson(courseDir: string, stage: Stage, id: string, tracks: Track[]): Promise<Lesson> {
  const dir = `${stage.id}/${id}`;
  const problems: Problem[] = [];
  const lesson: Lesson = {
    id,
    dir,
    stage,
    frontmatter: {
      id,
      title: id,
      summary: 'This lesson has a mistake in its files.',
      minutes: 1,
      goals: [],
      open: [],
      startsAs: 'no-app',
      invalidates: 0,
    },
    blocks: [],
    checks: [],
    hints: {},
    quiz: [],
    tracks: new Map(),
    fences: [],
    links: [],
    source: lessonSource(`${dir}/lesson.md`, ''),
    problems,
  };
  const sources: LessonSources = { mutants: new Map() };

  const text = await readCourseFile(courseDir, `${dir}/lesson.md`, problems);
  if (text !== null) {
    const parsed = parseLesson(text, `${dir}/lesson.md`);
    problems.push(...parsed.problems);
    if (parsed.value) {
      Object.assign(lesson, parsed.value);
      sources.lesson = lesson.source = lessonSource(`${dir}/lesson.md`, text);
    }
  }
  const checks = await readCourseFile(courseDir, `${dir}/checks.yaml`, problems);
  if (checks !== null) {
    const parsed = readYaml(ChecksFile, checks, `${dir}/checks.yaml`);
    problems.push(...parsed.problems);
    if (parsed.value) {
      lesson.checks = parsed.value.checks;
      sources.checks = yamlSource(`${dir}/checks.yaml`, checks);
    }
  }
  const hints = await readCourseFile(courseDir, `${dir}/hints.yaml`, problems);
  if (hints !== null) {
    const parsed = readYaml(HintsFile, hints, `${dir}/hints.yaml`);
    problems.push(...parsed.problems);
    if (parsed.value) {
      lesson.hints = parsed.value.hints;
      sources.hints = yamlSource(`${dir}/hints.yaml`, hints);
    }
  }
  const quiz = await readCourseFile(courseDir, `${dir}/quiz.yaml`, problems, { optional: true });
  if (quiz !== null) {
    const parsed = readYaml(QuizFile, quiz, `${dir}/quiz.yaml`);
    problems.push(...parsed.problems);
    if (parsed.value) {
      lesson.quiz = parsed.value.questions;
      sources.quiz = yamlSource(`${dir}/quiz.yaml`, quiz);
    } else sources.quizUnreadable = true;
  }
  for (const track of tracks) lesson.tracks.set(track.id, await loadTrack(courseDir, dir, track.id, problems, sources));
  problems.push(...(await checkLessonFolder(courseDir, dir, tracks)));
  problems.push(...checkReferences(lesson, sources));
  return lesson;
}

async function loadTrack(
  courseDir: string,
  lessonDir: string,
  track: string,
  problems: Problem[],
  sources: LessonSources,
): Promise<LessonTrack> {
  const dir = `${lessonDir}/${track}`;
  const starter = await readDelta(courseDir, `${dir}/starter`, problems);
  const solution = await readDelta(courseDir, `${dir}/solution`, problems);
  const mutants: Mutant[] = [];
  const folders = await readdir(join(courseDir, dir, 'mutants'), { withFileTypes: true }).catch(() => []);
  for (const folder of folders.filter((entry) => entry.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${dir}/mutants/${folder.name}/mutant.yaml`;
    const text = await readCourseFile(courseDir, file, problems);
    if (text === null) continue;
    const parsed = readYaml(MutantFile, text, file);
    problems.push(...parsed.problems);
    if (!parsed.value) continue;
    const delta = await readDelta(courseDir, `${dir}/mutants/${folder.name}`, problems);
    mutants.push({ id: folder.name, file: parsed.value, delta });
    sources.mutants.set(`${track}/${folder.name}`, yamlSource(file, text));
  }
  problems.push(...(await checkTrackFolder(courseDir, dir)));
  return { starter, solution, mutants };
}
