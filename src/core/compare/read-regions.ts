import type { CompareView } from '../../contract/compare.ts';

type Language = CompareView['columns'][number]['language'];

/** A part of a file, marked in it; lines of the text without markers, from 1. */
export type Region = { part: string; from: number; to: number };

/** A marker that cannot be understood; `line` is that of the file as it is. */
export type RegionMistake = { line: number; detail: string };

const MARKERS: Record<Language, RegExp> = {
  typescript: /^\s*\/\/\s*#?(region|endregion)(?:\s+(\S+))?\s*$/,
  python: /^\s*#\s*(region|endregion)(?:\s+(\S+))?\s*$/,
};

/**
 * Takes the lines `// #region <id>` and `// #endregion` (in Python `# region <id>` or `#region <id>`) out of a source.
 * Regions may lie in one another; an `endregion` ends the innermost.
 */
export function readRegions(
  source: string,
  language: Language,
): { text: string; regions: Region[]; mistakes: RegionMistake[] } {
  const kept: string[] = [];
  const regions: Region[] = [];
  const mistakes: RegionMistake[] = [];
  const open: { part: string; from: number; line: number }[] = [];
  for (const [index, content] of source.split(/\r?\n/).entries()) {
    const line = index + 1;
    const marker = MARKERS[language].exec(content);
    if (!marker) {
      kept.push(content);
      continue;
    }
    const [, word, id] = marker;
    if (word === 'region') {
      if (id === undefined) mistakes.push({ line, detail: 'This region has no id.' });
      else open.push({ part: id, from: kept.length + 1, line });
      continue;
    }
    const begun = open.pop();
    if (!begun) mistakes.push({ line, detail: 'Nothing begins that could end here.' });
    else if (begun.from > kept.length) mistakes.push({ line, detail: `The region "${begun.part}" is empty.` });
    else regions.push({ part: begun.part, ...withoutBlankEnds(kept, begun.from, kept.length) });
  }
  for (const { part, line } of open) mistakes.push({ line, detail: `The region "${part}" does not end.` });
  const inOrder = regions.toSorted((one, other) => one.from - other.from || other.to - one.to);
  return { text: kept.join('\n'), regions: inOrder, mistakes };
}

function withoutBlankEnds(lines: readonly string[], from: number, to: number): { from: number; to: number } {
  const isBlank = (line: number) => (lines[line - 1] ?? '').trim() === '';
  let [first, last] = [from, to];
  while (first < last && isBlank(first)) first += 1;
  while (last > first && isBlank(last)) last -= 1;
  return { from: first, to: last };
}
