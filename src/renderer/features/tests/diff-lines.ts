/** A line of a diff as it is shown. `line`: in the right code, or in the wrong one for what was added. */
export type DiffLine = { key: number; kind: 'file' | 'gap' | 'same' | 'gone' | 'new'; text: string; line?: number };

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** Reads a unified diff. The header of a file is one line with its path; a hunk after another begins with a gap. */
export function diffLines(diff: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let [before, after] = [1, 1];
  const push = (kind: DiffLine['kind'], text: string, line?: number) =>
    lines.push({ key: lines.length, kind, text, ...(line !== undefined && { line }) });
  for (const text of diff.split('\n')) {
    const hunk = HUNK.exec(text);
    if (hunk) {
      if (lines.at(-1)?.kind !== 'file') push('gap', '⋯');
      [before, after] = [Number(hunk[1]), Number(hunk[2])];
    } else if (text.startsWith('--- ')) push('file', text.slice(4));
    else if (text.startsWith('+++ ')) continue;
    else if (text.startsWith('-')) push('gone', text.slice(1), before++);
    else if (text.startsWith('+')) push('new', text.slice(1), after++);
    else {
      push('same', text.slice(1), before++);
      after += 1;
    }
  }
  return withoutCommonIndent(lines);
}

function withoutCommonIndent(lines: DiffLine[]): DiffLine[] {
  const isCode = ({ kind, text }: DiffLine) => kind !== 'file' && kind !== 'gap' && text.trim() !== '';
  const indents = lines.filter(isCode).map(({ text }) => text.length - text.trimStart().length);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) =>
    line.kind === 'file' || line.kind === 'gap' ? line : { ...line, text: line.text.slice(common) },
  );
}
