import type { Element, ElementContent, Root, Text } from 'hast';
import { common, createLowlight } from 'lowlight';

const lowlight = createLowlight(common);

/** Marks the parts of code blocks whose language is known (`language-…`). Changes the tree and gives it back. */
export function highlightCode(tree: Root): Root {
  for (const child of tree.children) if (child.type === 'element') visit(child);
  return tree;
}

function visit(element: Element): void {
  const code = element.tagName === 'pre' ? element.children.find((child) => isElement(child, 'code')) : undefined;
  if (code?.type === 'element') {
    const language = languageOf(code);
    if (language && lowlight.registered(language)) {
      const marked = lowlight.highlight(language, textOf(code));
      code.children = marked.children.filter(
        (child): child is Element | Text => child.type !== 'doctype' && child.type !== 'comment',
      );
    }
    return;
  }
  for (const child of element.children) if (child.type === 'element') visit(child);
}

function languageOf(code: Element): string | undefined {
  const names = code.properties.className;
  if (!Array.isArray(names)) return undefined;
  const found = names.find((name) => typeof name === 'string' && name.startsWith('language-'));
  return typeof found === 'string' ? found.slice('language-'.length) : undefined;
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}
