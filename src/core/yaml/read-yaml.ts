import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type ErrorCode, errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import { explainIssues } from './explain-issue.ts';
import type { Parsed } from './parsed.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { positionOf } from './position.ts';
import { sizeProblem } from './size.ts';

export type { Parsed } from './parsed.ts';

/** Which codes the problems of a file get: a course's own, or those of a learner's file. */
export type YamlCodes = { syntax: ErrorCode; schema: ErrorCode; size: ErrorCode };
const COURSE_CODES: YamlCodes = {
  syntax: 'RW_COURSE_YAML',
  schema: 'RW_COURSE_SCHEMA',
  size: 'RW_COURSE_FILE_TOO_LARGE',
};

/**
 * Reads YAML 1.2 and parses it with `schema`. Never throws: each problem says where it is, what was expected and the
 * nearest known name. Refused: more than `LIMITS.courseFileBytes`, aliases, duplicate keys, tags, several documents.
 */
export function readYaml<T>(
  schema: z.ZodType<T>,
  text: string,
  file: string,
  codes: YamlCodes = COURSE_CODES,
): Parsed<T> {
  const size = sizeProblem(text, file, codes.size);
  if (size) return { value: null, problems: [size] };
  // What is plain and right needs no parser that knows where each word stands.
  const plain = readPlainYaml(text);
  const parsed = plain && schema.safeParse(plain);
  if (parsed?.success) return { value: parsed.data, problems: [] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, merge: false });
  const broken = [...syntaxProblems(document, lines), ...aliasProblems(document, lines)];
  if (broken.length > 0) return { value: null, problems: broken.map((one) => withCode(one, codes.syntax, file)) };

  let data: unknown;
  let result: z.ZodSafeParseResult<T>;
  try {
    data = document.toJS({ maxAliasCount: 0 });
    result = schema.safeParse(data);
  } catch (error) {
    // Nesting that the parser could just follow may still be too deep for what comes after it.
    if (!(error instanceof RangeError)) throw error;
    return { value: null, problems: [withCode({ detail: TOO_DEEP, line: 1, column: 1 }, codes.syntax, file)] };
  }
  if (result.success) return { value: result.data, problems: [] };
  const found = explainIssues(result.error.issues, schema, data).map((issue) => {
    const { detail, path, keys, expected, nearest } = issue;
    const where = positionOf(document, lines, keys, issue.ofKey);
    return withCode({ detail, path, expected, nearest, ...where }, codes.schema, file);
  });
  const problems = found.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return { value: null, problems };
}

type Found = Pick<Problem, 'line' | 'column' | 'path' | 'expected' | 'nearest'> & { detail: string };

function withCode({ detail, ...rest }: Found, code: ErrorCode, file: string): Problem {
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ''));
  return { code, message: errorMessage(code, { detail, file }), file, ...known };
}

function syntaxProblems(document: Document, lines: LineCounter): Found[] {
  // One slip makes many errors further down: the first three are worth reading.
  return [...document.errors, ...document.warnings].slice(0, 3).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { detail: sentence(error.code, error.message), line: Math.max(line, 1), column: Math.max(col, 1) };
  });
}

const TOO_DEEP = 'it is nested too deeply';
const IN_WORDS: Record<string, string> = {
  DUPLICATE_KEY: 'this key is there twice',
  MULTIPLE_DOCS: 'only one document is allowed in a file: remove the line ---',
  TAB_AS_INDENT: 'a tab stands at the beginning of the line: use spaces',
  BAD_INDENT: 'the line is not indented like its neighbours',
  MISSING_CHAR: 'a character is missing, such as a closing quote, bracket or colon',
  RESOURCE_EXHAUSTION: TOO_DEEP,
  TAG_RESOLVE_FAILED: 'tags such as !name are not allowed',
};

function sentence(code: string, message: string): string {
  return IN_WORDS[code] ?? message.replace(/\s+/g, ' ');
}

function aliasProblems(document: Document, lines: LineCounter): Found[] {
  const found: Found[] = [];
  visit(document, {
    Alias(_key, node) {
      const { line, col } = lines.linePos(isNode(node) && node.range ? node.range[0] : 0);
      found.push({ detail: `*${node.source}: aliases are not allowed, write the value again`, line, column: col });
      return undefined;
    },
  });
  return found;
}
