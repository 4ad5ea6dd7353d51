import type { Scalar } from 'yaml';
import { columnOf, lineBreakOf, lineStart, replaced } from './lines.ts';
import { rewrapped } from './rewrap.ts';
import { scalarText } from './scalar-text.ts';
import type { YamlScalar } from './yaml-edit.ts';

/** Writes another value in the place of a scalar, in its style: quotes stay quotes, folded lines stay folded. Null: cannot. */
export function replaceScalar(text: string, node: Scalar, value: YamlScalar, flow: boolean): string | null {
  if (!node.range) return null;
  const [start, end] = node.range;
  if (start === end)
    return replaced(text, start, end, `${text[start - 1] === ' ' ? '' : ' '}${scalarText(value, { flow })}`);
  const source = text.slice(start, end);
  if (typeof value === 'string') {
    if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') return replaceBlock(text, start, source, value);
    if (node.type === 'PLAIN' && source.includes('\n')) {
      const [first = '', ...rest] = source.split(/\r?\n/).map((line) => line.trim());
      const column = columnOf(text, start + source.search(/\S[^\n]*$/));
      const lines = rewrapped([first, ...rest], value);
      const by = lines.join(`${lineBreakOf(text)}${' '.repeat(column)}`);
      return replaced(text, start, end, lines.every((line) => line !== '') ? by : scalarText(value, { flow }));
    }
    if (value.includes('\n') && !flow) return replaced(text, start, end, literal(text, start, value));
  }
  const quotes = node.type === 'QUOTE_SINGLE' ? 'single' : node.type === 'QUOTE_DOUBLE' ? 'double' : undefined;
  return replaced(text, start, end, scalarText(value, { flow, quotes }));
}

function replaceBlock(text: string, start: number, source: string, value: string): string | null {
  const [header = '', ...body] = source.trimEnd().split(/\r?\n/);
  const words = value.replace(/\n+$/, '');
  if (words === '') return replaced(text, start, start + source.trimEnd().length, '""');
  const indent = /^ */.exec(body.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  if (/\d/.test(header) || indent === '') return null;
  const folded = header.startsWith('>') && !words.includes('\n');
  const lines = folded
    ? rewrapped(
        body.map((line) => line.trim()),
        words,
      )
    : words.split('\n');
  const by = [folded ? header : `|${header.slice(1)}`, ...lines.map((line) => (line === '' ? '' : indent + line))];
  return replaced(text, start, start + source.trimEnd().length, by.join(lineBreakOf(text)));
}

/** A text of several lines, below its key. */
function literal(text: string, start: number, value: string): string {
  const key = /^[ -]*/.exec(text.slice(lineStart(text, start), start))?.[0].length ?? 0;
  const chomp = value.endsWith('\n') ? '' : '-';
  const lines = value.replace(/\n$/, '').split('\n');
  return [`|${chomp}`, ...lines.map((line) => (line === '' ? '' : ' '.repeat(key + 2) + line))].join(lineBreakOf(text));
}
