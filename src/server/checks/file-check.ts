import type { FileCheck } from '../../contract/check.ts';
import { errorMessage } from '../../contract/errors.ts';
import type { Mismatch } from '../../contract/evidence.ts';
import { Json } from '../../contract/ids.ts';
import { expectedInWords } from '../../core/check/expected-words.ts';
import { formatOf } from '../../core/check/file-format.ts';
import { matchJson } from '../../core/check/match.ts';
import { readYaml, type YamlCodes } from '../../core/yaml/read-yaml.ts';
import { judged, type Outcome } from './outcome.ts';
import { unreadableFile } from './plan-check.ts';

const CODES: YamlCodes = { syntax: 'RW_FILE_INVALID', schema: 'RW_FILE_INVALID', size: 'RW_FILE_INVALID' };

/**
 * Judges a file of the workspace that is no program: what it holds as data, and its lines without those that are empty or
 * a comment (#). `error` when it holds something that its format cannot be.
 */
export function judgeFileCheck(check: FileCheck, text: string | null): Outcome {
  const { file, content, lines, without } = check;
  if (text === null) return judged([{ at: file, expected: 'to be there', actual: 'no such file' }]);
  const present = text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '' && !line.startsWith('#'));
  const like = (expected: Json) => present.filter((line) => matchJson(expected, line, file).length === 0);
  const found: Mismatch[] = [
    ...lines
      .filter((expected) => like(expected).length === 0)
      .map((expected) => ({ at: file, expected: `a line ${expectedInWords(expected)}`, actual: 'none' })),
    ...without.flatMap(like).map((line) => ({ at: file, expected: 'no such line', actual: line })),
  ];
  if (content.length === 0) return judged(found);
  const read = formatOf(file) === 'json' ? readJson(text, file) : readYaml(Json, text, file, CODES);
  if (read.value === null) return unreadableFile(read.problems);
  const { value } = read;
  return judged([...found, ...content.flatMap((expected) => matchJson(expected, value, file))]);
}

function readJson(text: string, file: string): ReturnType<typeof readYaml<Json>> {
  try {
    return { value: Json.parse(JSON.parse(text.replace(/^\uFEFF/, ''))), problems: [] };
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message : 'it is nested too deeply';
    return {
      value: null,
      problems: [{ code: 'RW_FILE_INVALID', file, message: errorMessage('RW_FILE_INVALID', { detail, file }) }],
    };
  }
}
