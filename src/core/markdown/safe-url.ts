import type { Element, Root, RootContent } from 'hast';

/** Whether a link of a lesson may be followed: https:, mailto:, `lesson:<id>`, `term:<id>` of the glossary or `#task`. */
export function isSafeHref(href: string): boolean {
  if (hasHiddenCharacters(href)) return false;
  if (/^#[A-Za-z0-9_-]+$/.test(href)) return true;
  if (/^lesson:[a-z0-9-]+(#[a-z0-9-]+)?$/.test(href) || /^term:[a-z0-9-]+$/.test(href)) return true;
  return /^https:\/\/[^/\\]/i.test(href) || /^mailto:[^/\\]/i.test(href);
}

/** Where a course keeps diagrams that several lessons show, as a lesson names it. */
const DIAGRAMS = '../../diagrams/';

/** Whether an image is a relative path of the lesson or of the course's diagrams: no scheme, no host, no other way up. */
export function isSafeImage(src: string): boolean {
  if (hasHiddenCharacters(src)) return false;
  const plain = decoded(src.startsWith(DIAGRAMS) ? src.slice(DIAGRAMS.length) : src);
  if (plain === null || hasHiddenCharacters(plain)) return false;
  return !/^\/|[\\:]/.test(plain) && !plain.split(/[/?#]/).includes('..') && plain !== '';
}

/** Takes `href` and `src` off wherever they are not safe. Runs after the sanitiser, as a second, stricter gate. */
export function keepSafeUrls(tree: Root): void {
  const walk = (node: Root | RootContent): void => {
    if (node.type === 'element') cleanElement(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
}

function cleanElement(element: Element): void {
  const { href, src } = element.properties;
  if (href !== undefined && (typeof href !== 'string' || !isSafeHref(href))) delete element.properties.href;
  if (src !== undefined && (typeof src !== 'string' || !isSafeImage(src))) delete element.properties.src;
}

function hasHiddenCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  return /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/.test(text);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
