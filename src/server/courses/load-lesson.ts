import type { z } from 'zod';
import { ChecksFile } from '../../contract/check.ts';
import type { Stage, Track } from '../../contract/course.ts';
import { HintsFile, QuizFile } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { Lesson } from './course.ts';
import { lazily } from './lazily.ts';
import { checkReferences } from './lesson-references.ts';
import { lessonText } from './lesson-text.ts';
import { loadCompare } from './load-compare.ts';
import { type LoadedTrack, loadTrack } from './load-track.ts';
import { readCourseFile } from './read-course-file.ts';
import type { LessonSources } from './reference-problems.ts';
import { lessonSource, type Source, yamlSource } from './source.ts';
import { checkLessonFolder } from './unknown-names.ts';

export type LessonPlace = {
  /** A real path. */
  courseDir: string;
  stage: Stage;
  id: string;
  tracks: Track[];
  /** What is wrong with the lesson that only its course shows. `checks` says where a mistake in checks.yaml is. */
  inCourse: (lesson: Lesson, checks: Source | undefined) => Problem[];
};

/** One lesson; nothing of it is read yet. Never throws for a mistake in it: what cannot be read has a default. */
export function loadLesson({ courseDir, stage, id, tracks, inCourse }: LessonPlace): Lesson {
  const dir = `${stage.id}/${id}`;
  const text = lessonText(courseDir, dir, id);
  const checks = lazily(() => readPart(ChecksFile, courseDir, `${dir}/checks.yaml`));
  const hints = lazily(() => readPart(HintsFile, courseDir, `${dir}/hints.yaml`));
  const quiz = lazily(() => readPart(QuizFile, courseDir, `${dir}/quiz.yaml`, { optional: true }));
  const compare = lazily(() => loadCompare(courseDir, dir, tracks));
  const loaded = lazily(() => new Map(tracks.map((track) => [track.id, loadTrack(courseDir, `${dir}/${track.id}`)])));
  const byTrack = lazily(() => new Map([...loaded()].map(([track, one]) => [track, one.track])));

  const sources = (): LessonSources => {
    const lesson = text.source();
    return {
      ...(lesson ? { lesson } : {}),
      ...(checks().source ? { checks: checks().source } : {}),
      ...(hints().source ? { hints: hints().source } : {}),
      ...(quiz().source ? { quiz: quiz().source } : {}),
      quizUnreadable: quiz().problems.length > 0,
      mutants: byTrackAndName(loaded(), (one) => one.sources()),
      planted: byTrackAndName(loaded(), (one) => one.plantedSources()),
    };
  };
  const problems = lazily(() => [
    ...text.problems(),
    ...[checks(), hints(), quiz()].flatMap((part) => part.problems),
    ...[...loaded().values()].flatMap((one) => one.problems()),
    ...compare().problems,
    ...checkLessonFolder(courseDir, dir, tracks, compare().folders),
    ...checkReferences(lesson, sources()),
    ...inCourse(lesson, checks().source),
  ]);

  const lesson: Lesson = {
    id,
    dir,
    stage,
    get frontmatter() {
      return text.frontmatter();
    },
    get blocks() {
      return text.prose().blocks;
    },
    get checks() {
      return checks().value?.checks ?? [];
    },
    get hints() {
      return hints().value?.hints ?? {};
    },
    get quiz() {
      return quiz().value?.questions ?? [];
    },
    get tracks() {
      return byTrack();
    },
    get compare() {
      return compare().view;
    },
    get fences() {
      return text.prose().fences;
    },
    get links() {
      return text.prose().links;
    },
    get source() {
      return text.source() ?? lessonSource(`${dir}/lesson.md`, '');
    },
    get problems() {
      return problems();
    },
    get knownProblems() {
      return problems.known();
    },
  };
  return lesson;
}

/** A YAML file of a lesson; `source` is there when it could be read. */
type YamlPart<T> = { value: T | null; source?: Source; problems: Problem[] };

function readPart<T>(
  schema: z.ZodType<T>,
  courseDir: string,
  file: string,
  options: { optional?: boolean } = {},
): YamlPart<T> {
  const problems: Problem[] = [];
  const text = readCourseFile(courseDir, file, problems, options);
  if (text === null) return { value: null, problems };
  const parsed = readYaml(schema, text, file);
  if (!parsed.value) return { value: null, problems: parsed.problems };
  return { value: parsed.value, source: yamlSource(file, text), problems: parsed.problems };
}

function byTrackAndName(
  tracks: ReadonlyMap<string, LoadedTrack>,
  sourcesOf: (track: LoadedTrack) => Map<string, Source>,
): Map<string, Source> {
  return new Map(
    [...tracks].flatMap(([track, one]) =>
      [...sourcesOf(one)].map(([name, source]): [string, Source] => [`${track}/${name}`, source]),
    ),
  );
}
