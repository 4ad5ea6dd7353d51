import { GlossaryFile } from '../../contract/glossary.ts';
import type { Problem } from '../../contract/problem.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import { readCourseFile } from './read-course-file.ts';
import { unknown } from './reference-problems.ts';
import { yamlSource } from './source.ts';

const GLOSSARY_FILE = 'glossary.yaml';

/** The terms of glossary.yaml, which a course need not have. Whatever is wrong in it goes to `problems`. */
export function loadGlossary(courseDir: string, problems: Problem[]): GlossaryFile['terms'] {
  const text = readCourseFile(courseDir, GLOSSARY_FILE, problems, { optional: true });
  if (text === null) return {};
  const { value, problems: mistakes } = readYaml(GlossaryFile, text, GLOSSARY_FILE);
  problems.push(...mistakes);
  if (!value) return {};
  const ids = Object.keys(value.terms);
  const source = yamlSource(GLOSSARY_FILE, text);
  for (const [id, { see }] of Object.entries(value.terms)) {
    see.forEach((other, index) => {
      if (!ids.includes(other)) problems.push(unknown(source, ['terms', id, 'see', index], 'term', other, ids));
    });
  }
  return value.terms;
}
