import { join } from 'node:path';
import { PlantedFile } from '../../contract/learner-tests.ts';
import type { Problem } from '../../contract/problem.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { Planted } from './course.ts';
import { foldersIn } from './folders-in.ts';
import { readCourseFile } from './read-course-file.ts';
import { readDelta } from './read-delta.ts';
import { type Source, yamlSource } from './source.ts';

/** The bugs that a lesson plants for its learners' tests, in `planted/<id>/` of a track's folder. */
export function loadPlanted(courseDir: string, dir: string) {
  const planted: Planted[] = [];
  const problems: Problem[] = [];
  const sources = new Map<string, Source>();
  for (const id of foldersIn(join(courseDir, dir, 'planted'))) {
    const file = `${dir}/planted/${id}/planted.yaml`;
    const text = readCourseFile(courseDir, file, problems);
    if (text === null) continue;
    const parsed = readYaml(PlantedFile, text, file);
    problems.push(...parsed.problems);
    if (!parsed.value) continue;
    planted.push({ id, file: parsed.value, delta: readDelta(courseDir, `${dir}/planted/${id}`, problems) });
    sources.set(id, yamlSource(file, text));
  }
  return { planted, problems, sources };
}
