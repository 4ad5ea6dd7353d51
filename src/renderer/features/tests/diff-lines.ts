/** A line of a diff as it is shown. `line`: in the right code, or in the wrong one for what was added. */
export type DiffLine = { key: number; kind: 'file' | 'gap' | 'same' | 'gone' | 'new'; text: string; line?: number };

const HUNK = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@/;

/** Reads a unified diff. The header of a file is one line with its path; a hunk after another begins with a gap. */
export function diffLines(diff: string): DiffLine[] {
  const lines: DiffLine[] = [];
  /** The number of the next line, and how many the hunk still has, before and after. */
  let before = { at: 1, left: 0 };
  let after = { at: 1, left: 0 };
  const push = (kind: DiffLine['kind'], text: string, line?: number) =>
    lines.push({ key: lines.length, kind, text, ...(line !== undefined && { line }) });
  const step = (side: { at: number; left: number }) => {
    side.left -= 1;
    side.at += 1;
    return side.at - 1;
  };
  for (const text of diff.split('\n')) {
    const hunk = HUNK.exec(text);
    if (before.left > 0 || after.left > 0) {
      if (text.startsWith('-')) push('gone', text.slice(1), step(before));
      else if (text.startsWith('+')) push('new', text.slice(1), step(after));
      else {
        push('same', text.slice(1), step(before));
        step(after);
      }
    } else if (hunk) {
      if (lines.at(-1)?.kind !== 'file') push('gap', '⋯');
      before = { at: Number(hunk[1]), left: Number(hunk[2]) };
      after = { at: Number(hunk[3]), left: Number(hunk[4]) };
    } else if (text.startsWith('--- ')) push('file', text.slice(4));
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
