import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { ErrorCode } from '../../src/contract/errors.ts';
import { Preparation } from './preparations.ts';

/** A code, or several where a busy machine may come to another. */
const OneOf = z.union([ErrorCode.transform((code) => [code]), z.array(ErrorCode)]);

/** A request that the workbench sends to the learner's API, and what comes back from the last of `times`. */
const Request = z.strictObject({
  path: z.string().default('/books'),
  times: z.number().int().min(1).default(1),
  /** The status of the answer. */
  status: z.number().int().optional(),
  /** Texts in the body of the answer. */
  includes: z.array(z.string()).default([]),
  /** Texts that must not be there. */
  excludes: z.array(z.string()).default([]),
  /** There is no complete answer: the code of the error. */
  error: OneOf.optional(),
});

/** What the workbench must do with a program: the YAML in the comment at its head. */
const Expectation = z.strictObject({
  what: z.string(),
  /** How the start ends; `either`: what is said of requests, console and verdicts holds if it is live, the code if not. */
  start: z.enum(['live', 'failed', 'either']).default('live'),
  /** The save itself is refused with this code; nothing starts. */
  refused: OneOf.optional(),
  requests: z.array(Request).default([]),
  /** It was live and ends, by the requests or by itself. */
  ends: z.boolean().default(false),
  /** The failure that the learner reads. */
  code: OneOf.optional(),
  /** A text in its sentence. */
  says: z.string().optional(),
  /** True: it names the line that has `// here` behind it. False: it names no line. */
  marked: z.boolean().optional(),
  /** Check id to what the status of its verdict and its reason begin with, or several of these. */
  verdicts: z.record(z.string(), z.union([z.string().transform((text) => [text]), z.array(z.string())])).default({}),
  /** A text in the console, and one that must not be there. */
  console: z.string().optional(),
  hidden: z.string().optional(),
  /** Lines of output were left out and counted. */
  dropped: z.boolean().default(false),
  prepare: Preparation.optional(),
});
export type Expectation = z.infer<typeof Expectation>;

export type Program = {
  /** The file's name without its ending, or the folder's. */
  name: string;
  expect: Expectation;
  /** Path in the workspace to text; `src/app.ts` is the one with the head. */
  files: Map<string, string>;
  /** The line with `// here`, from 1. */
  marked: { file: string; line: number } | undefined;
};

const CORPUS = fileURLToPath(new URL('../fixtures/hostile/', import.meta.url));
const ENTRY = 'src/app.ts';

/** Every program of the corpus by name. Throws when the head of one is not as it must be. */
export function readCorpus(): Program[] {
  return readdirSync(CORPUS, { withFileTypes: true })
    .map((entry) => readProgram(entry.name, entry.isDirectory()))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function readProgram(name: string, isFolder: boolean): Program {
  const files = new Map(
    isFolder ? readFolder(join(CORPUS, name)) : [[ENTRY, readFileSync(join(CORPUS, name), 'utf8')]],
  );
  const head = /^\/\*\n([\s\S]*?)\*\/\n/.exec(files.get(ENTRY) ?? '')?.[1];
  if (head === undefined) throw new Error(`${name} does not begin with a comment that says what is expected.`);
  const expect = Expectation.safeParse(parse(head));
  if (!expect.success) throw new Error(`${name}: ${z.prettifyError(expect.error)}`);
  return { name: name.replace(/\.ts$/, ''), expect: expect.data, files, marked: markedLine(files) };
}

function readFolder(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const place = join(entry.parentPath, entry.name);
      return [place.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(place, 'utf8')];
    });
}

function markedLine(files: Map<string, string>): Program['marked'] {
  for (const [file, text] of files) {
    const at = text.split('\n').findIndex((line) => /\/\/ here$/.test(line));
    if (at !== -1) return { file, line: at + 1 };
  }
  return undefined;
}
