import type { ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { highlightLines } from './highlight-lines.ts';

const textOf = (nodes: ElementContent[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : ''))
    .join('');

test.each(['typescript', 'python'] as const)('every line of %s is there, as it was', (language) => {
  const source = 'a = 1\n\n"""two\nlines"""\n    # end';
  expect(highlightLines(`${source}\n`, language).map(textOf)).toEqual(source.split('\n'));
});

test('what spans lines has its colour on each of them', () => {
  const lines = highlightLines('x = """one\ntwo"""', 'python');
  expect(lines.map((line) => JSON.stringify(line).includes('hljs-string'))).toEqual([true, true]);
});
