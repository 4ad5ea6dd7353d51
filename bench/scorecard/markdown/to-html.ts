import type { Nodes, Root } from 'hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const careless = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true });
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Names of properties that differ from those of their attributes. */
const ATTRIBUTES: Record<string, string> = { className: 'class', htmlFor: 'for' };

/** Markdown as HTML with everything that stands in it, as a renderer without care makes it. */
export function carelessHtml(markdown: string): string {
  return toHtml(careless.runSync(careless.parse(markdown)));
}

/** A tree as HTML; raw HTML in it stays what it is. Only quoting is done here, nothing is made safe. */
export function toHtml(node: Root | Nodes): string {
  if (node.type === 'text') return quoted(node.value);
  if (node.type === 'raw') return node.value;
  if (node.type !== 'element' && node.type !== 'root') return '';
  const inside = node.children.map(toHtml).join('');
  if (node.type === 'root') return inside;
  const attributes = Object.entries(node.properties).map(([name, value]) => attribute(name, value));
  const open = `<${node.tagName}${attributes.join('')}>`;
  return VOID.has(node.tagName) ? open : `${open}${inside}</${node.tagName}>`;
}

function attribute(name: string, value: unknown): string {
  if (value === false || value === null || value === undefined) return '';
  const plain = ATTRIBUTES[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return value === true ? ` ${plain}` : ` ${plain}="${quoted(Array.isArray(value) ? value.join(' ') : String(value))}"`;
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
