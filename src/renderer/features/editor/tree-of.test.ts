import { expect, test } from 'vitest';
import { treeOf } from './tree-of.ts';

test('files stand in their folders, folders before files, each by name', () => {
  const tree = treeOf(['tsconfig.json', 'src/books.ts', 'src/app.ts', 'src/http/errors.ts', 'plan.yaml']);
  const flat = (nodes: typeof tree): unknown[] =>
    nodes.map((node) => (node.children ? [node.name, flat(node.children)] : node.name));
  expect(flat(tree)).toEqual([['src', [['http', ['errors.ts']], 'app.ts', 'books.ts']], 'plan.yaml', 'tsconfig.json']);
  expect(tree[0]?.children?.[0]?.path).toBe('src/http');
  expect(tree[0]?.children?.map((node) => node.id)).toEqual(['src/http', 'src/app.ts', 'src/books.ts']);
});
