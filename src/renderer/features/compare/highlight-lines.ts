import type { ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';

const lowlight = createLowlight(common);

/** A source as highlighted lines; what spans several lines is repeated around each of its parts. */
export function highlightLines(text: string, language: 'typescript' | 'python'): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  const walk = (nodes: readonly ElementContent[], wrap: (inner: ElementContent) => ElementContent): void => {
    for (const node of nodes) {
      if (node.type === 'text') addText(node.value, wrap);
      else if (node.type === 'element') walk(node.children, (inner) => wrap({ ...node, children: [inner] }));
    }
  };
  const addText = (value: string, wrap: (inner: ElementContent) => ElementContent): void => {
    for (const [index, part] of value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(wrap({ type: 'text', value: part }));
    }
  };
  const { children } = lowlight.highlight(language, text.replace(/\n$/, ''));
  walk(
    children.filter((child): child is ElementContent => child.type !== 'doctype'),
    (inner) => inner,
  );
  return lines;
}
