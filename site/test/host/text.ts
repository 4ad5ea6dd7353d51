import type { Nodes } from 'hast';

/** What a reader reads: the text of a tree, with white space as one blank. Scripts and styles are no text. */
export function textOf(tree: Nodes): string {
  return words(tree).replace(/\s+/g, ' ').trim();
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && /^(script|style|template)$/.test(node.tagName)) return '';
  return 'children' in node ? node.children.map(words).join('') : '';
}
