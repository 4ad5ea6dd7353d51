import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MutantFile } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { LessonTrack, Mutant } from './course.ts';
import { lazily } from './lazily.ts';
import { readCourseFile } from './read-course-file.ts';
import { readDelta } from './read-delta.ts';
import { type Source, yamlSource } from './source.ts';
import { checkTrackFolder } from './unknown-names.ts';

export type LoadedTrack = {
  track: LessonTrack;
  /** By mutant: where a mistake in its file is. */
  sources(): Map<string, Source>;
  problems(): Problem[];
};

/** What a lesson holds for one track, `dir` below `courseDir`; nothing of it is read yet. */
export function loadTrack(courseDir: string, dir: string): LoadedTrack {
  const delta = (name: string) =>
    lazily(() => {
      const problems: Problem[] = [];
      return { delta: readDelta(courseDir, `${dir}/${name}`, problems), problems };
    });
  const starter = delta('starter');
  const solution = delta('solution');
  const mutants = lazily(() => loadMutants(courseDir, dir));
  return {
    track: {
      get starter() {
        return starter().delta;
      },
      get solution() {
        return solution().delta;
      },
      get mutants() {
        return mutants().mutants;
      },
    },
    sources: () => mutants().sources,
    problems: () => [
      ...starter().problems,
      ...solution().problems,
      ...mutants().problems,
      ...checkTrackFolder(courseDir, dir),
    ],
  };
}

function loadMutants(courseDir: string, dir: string) {
  const mutants: Mutant[] = [];
  const problems: Problem[] = [];
  const sources = new Map<string, Source>();
  for (const name of foldersIn(join(courseDir, dir, 'mutants'))) {
    const file = `${dir}/mutants/${name}/mutant.yaml`;
    const text = readCourseFile(courseDir, file, problems);
    if (text === null) continue;
    const parsed = readYaml(MutantFile, text, file);
    problems.push(...parsed.problems);
    if (!parsed.value) continue;
    mutants.push({ id: name, file: parsed.value, delta: readDelta(courseDir, `${dir}/mutants/${name}`, problems) });
    sources.set(name, yamlSource(file, text));
  }
  return { mutants, problems, sources };
}

/** Names of the folders in a folder, sorted; none when it is missing or cannot be read. */
export function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
