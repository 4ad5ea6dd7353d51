import { changedLines, hunks, type Stretch, unmarked } from './changed-lines.ts';

/** A file, or some lines of it, as a page shows it. Lines from 1. */
export type CodeView = {
  path: string;
  lang: string;
  code: string;
  /** Lines that count. */
  marked: number[];
  added: number[];
  removed: number[];
  /** Lines that stand there, and are read when one asks for them. */
  folded: Stretch[];
};

/** Lines that are shown before and after a changed one. */
const AROUND = { file: 3, hunk: 2 };

/** Lines of a file that is read at a glance. */
const SHORT_FILE = 30;

const LANGUAGES: Record<string, string> = {
  cjs: 'js',
  yml: 'yaml',
  py: 'python',
  Containerfile: 'dockerfile',
  gitignore: 'text',
  dockerignore: 'text',
};

/** The language of a file, as the highlighter calls it. */
export function languageOf(path: string): string {
  const ending = /[^./]+$/.exec(path)?.[0] ?? 'text';
  return LANGUAGES[ending] ?? ending;
}

/** A whole file; what is far from a line of `lines` is folded where it is long. */
export function fileView(path: string, text: string, lines: Partial<Pick<CodeView, 'marked' | 'added'>>): CodeView {
  // The highlighter leaves out blank lines at the start.
  const blank = /^(\s*\n)?/.exec(text)?.[0].split('\n').length ?? 1;
  const code = text
    .split('\n')
    .slice(blank - 1)
    .join('\n')
    .replace(/\n$/, '');
  const place = (numbers: readonly number[]) => numbers.map((line) => line - blank + 1).filter((line) => line > 0);
  const [marked, added] = [place(lines.marked ?? []), place(lines.added ?? [])];
  const count = code.split('\n').length;
  const changed = [...marked, ...added];
  const folded = count > SHORT_FILE && changed.length > 0 ? unmarked(count, changed, AROUND.file) : [];
  return { path, lang: languageOf(path), code, marked, added, removed: [], folded };
}

/** Of a file those places where it was changed, with the lines around them. */
export function changeViews(path: string, before: string, after: string): CodeView[] {
  return hunks(before, after, AROUND.hunk).map((hunk) => ({
    path,
    lang: languageOf(path),
    marked: [],
    folded: [],
    ...hunk,
  }));
}

/** A file before and after it was changed; in each, the lines that the other has not. Null: there is no such file. */
export function twoViews(
  path: string,
  before: string | null,
  after: string | null,
): { before: CodeView | null; after: CodeView | null } {
  const { removed, added } = changedLines(before ?? '', after ?? '');
  return {
    before: before === null ? null : fileView(path, before, { marked: removed }),
    // A new file is new in every line: no line of it needs a mark.
    after: after === null ? null : fileView(path, after, before === null ? { marked: [] } : { added }),
  };
}

/** Lines of code that one scrolls by without losing the page. */
const FEW_LINES = 60;

/** How many lines a file has, and how many of them count: "12 of 80 lines". */
export function sizeInWords({ code, marked, added, removed }: CodeView): string {
  const [all, changed] = [code.split('\n').length, marked.length + added.length + removed.length];
  const lines = `${all} line${all === 1 ? '' : 's'}`;
  return changed === 0 ? lines : `${changed} of ${lines} marked`;
}

/** Whether files are shown by their names first: there are several, and together they are long. */
export function isLong(views: readonly CodeView[]): boolean {
  const shown = views.map(({ code, folded }) =>
    folded.reduce((lines, { from, to }) => lines - (to - from + 1), code.split('\n').length),
  );
  return views.length > 1 && shown.reduce((sum, lines) => sum + lines, 0) > FEW_LINES;
}
