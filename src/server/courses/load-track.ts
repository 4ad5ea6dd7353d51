import { join } from 'node:path';
import { MutantFile } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { LessonTrack, Mutant } from './course.ts';
import { foldersIn } from './folders-in.ts';
import { lazily } from './lazily.ts';
import { loadPlanted } from './load-planted.ts';
import { readCourseFile } from './read-course-file.ts';
import { readDelta } from './read-delta.ts';
import { type Source, yamlSource } from './source.ts';
import { checkTrackFolder } from './unknown-names.ts';

export type LoadedTrack = {
  track: LessonTrack;
  /** By mutant: where a mistake in its file is. */
  sources(): Map<string, Source>;
  /** The same by planted bug. */
  plantedSources(): Map<string, Source>;
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
  const planted = lazily(() => loadPlanted(courseDir, dir));
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
      get planted() {
        return planted().planted;
      },
    },
    sources: () => mutants().sources,
    plantedSources: () => planted().sources,
    problems: () => [
      ...starter().problems,
      ...solution().problems,
      ...mutants().problems,
      ...planted().problems,
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
