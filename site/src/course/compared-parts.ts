import type { CompareView } from '../../../src/contract/compare.ts';
import { type CodeView, languageOf } from './code-view.ts';

/** One part of what is compared, with its code in each framework that has it. */
export type ComparedPart = {
  id: string;
  title: string;
  /** Markdown. */
  note: string;
  columns: { title: string; code: CodeView[] }[];
};

/** A comparison by parts rather than by files: that is how a page is read. */
export function comparedParts({ columns, parts }: CompareView): ComparedPart[] {
  return parts.map(({ id, title, note }) => ({
    ...{ id, title, note },
    columns: columns.map((column) => ({
      title: column.title,
      code: column.files.flatMap(({ path, text, regions }) =>
        regions.filter(({ part }) => part === id).map(({ from, to }) => linesOf(path, text, from, to)),
      ),
    })),
  }));
}

function linesOf(path: string, text: string, from: number, to: number): CodeView {
  const lines = text.split('\n').slice(from - 1, to);
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const code = lines.map((line) => line.slice(indent)).join('\n');
  return { path, lang: languageOf(path), code, marked: [], added: [], removed: [], folded: [] };
}
