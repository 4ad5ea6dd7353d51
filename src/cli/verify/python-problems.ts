import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { errorMessage } from '../../contract/errors.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Course, Lesson } from '../../server/courses/course.ts';

export type PythonFindings = {
  /** By lesson. */
  problems: Map<string, Problem[]>;
  /** Why nothing was looked at. */
  skipped?: string;
};

const LONGEST_MS = 20_000;

/** Reads texts by name from stdin and writes the syntax errors: nothing of a course is run. */
const PARSER = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
found = []
for name, text in json.load(sys.stdin).items():
    try:
        ast.parse(text, name)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        found.append({
            "file": name,
            "message": getattr(error, "msg", None) or str(error),
            "line": getattr(error, "lineno", None) or 1,
            "column": getattr(error, "offset", None) or 1,
        })
json.dump(found, sys.stdout)
`;

const Found = z.array(
  z.object({ file: z.string(), message: z.string(), line: z.number().int(), column: z.number().int() }),
);

/**
 * Syntax errors of the Python files that lessons compare, as the machine's own Python finds them, or `skipped` where it
 * has none. `python`: the program.
 */
export async function pythonProblems(
  course: Course,
  lessons: readonly Lesson[],
  python = 'python3',
): Promise<PythonFindings> {
  const owners = new Map<string, string>();
  const texts: Record<string, string> = {};
  for (const lesson of lessons)
    for (const { id, files, language } of lesson.compare?.columns ?? []) {
      if (language !== 'python') continue;
      for (const { path } of files) {
        const file = `${lesson.dir}/${id}/${path}`;
        owners.set(file, lesson.id);
        // As it is on the disk: what the lesson shows has no markers, and so other lines.
        texts[file] = await readFile(join(course.dir, file), 'utf8');
      }
    }
  const problems = new Map<string, Problem[]>();
  if (owners.size === 0) return { problems };
  const found = await parseAll(python, texts);
  if (found === null) return { problems, skipped: `Python files were not looked at: there is no ${python} here` };
  for (const { file, message, line, column } of found) {
    const owner = owners.get(file) ?? '';
    const code = 'RW_VERIFY_PYTHON';
    const problem: Problem = { code, message: errorMessage(code, { file, detail: message }), file, line, column };
    problems.set(owner, [...(problems.get(owner) ?? []), problem]);
  }
  return { problems };
}

/** Null when there is no such program, or it is none that can do this. */
async function parseAll(python: string, texts: Record<string, string>): Promise<z.infer<typeof Found> | null> {
  const child = spawn(python, ['-I', '-c', PARSER], { stdio: ['pipe', 'pipe', 'ignore'], timeout: LONGEST_MS });
  const failed = new Promise<null>((resolve) => child.once('error', () => resolve(null)));
  child.stdin.once('error', () => undefined);
  child.stdin.end(JSON.stringify(texts));
  const written = await Promise.race([textOf(child.stdout), failed]);
  if (written === null || written === '') return null;
  return Found.parse(JSON.parse(written));
}
