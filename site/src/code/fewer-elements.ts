import type { ExpressiveCodePlugin } from 'expressive-code';
import { type Element, type ElementContent, selectAll } from 'expressive-code/hast';

type Text = Extract<ElementContent, { type: 'text' }>;

/**
 * Highlighted code with fewer elements that looks the same: blanks, and words in the colour that all code has, need none of
 * their own, and neighbours of one colour need one. A long page has thousands of them.
 */
export function fewerElements(): ExpressiveCodePlugin {
  return {
    name: 'Fewer elements',
    hooks: {
      postprocessRenderedBlock: ({ renderData, styleVariants }) => {
        const plain = styleVariants.map(({ theme }, index) => `--${index}:${theme.fg}`).join(';');
        for (const code of selectAll('.ec-line > .code', renderData.blockAst))
          code.children = fewer(code.children, plain.toLowerCase());
      },
    },
  };
}

/** The same words of a line; `plain` is the style of those that need none. */
export function fewer(parts: readonly ElementContent[], plain: string): ElementContent[] {
  const out: ElementContent[] = [];
  for (const part of parts.flatMap((one) => withoutNeed(one, plain))) {
    const [before, last] = [out.at(-2), out.at(-1)];
    if (last && isText(last) && isText(part)) out.splice(-1, 1, text(last.value + part.value));
    else if (alike(last, part)) out.splice(-1, 1, joined([last, part]));
    else if (isBlank(last) && alike(before, part)) out.splice(-2, 2, joined([before, last, part]));
    else out.push(part);
  }
  return out;
}

/** Two elements that differ in their words alone. */
function alike(one: ElementContent | undefined, other: ElementContent): one is Element {
  return one !== undefined && styleOf(one) !== null && styleOf(one) === styleOf(other);
}

/** Several parts in one element, which is as the first of them. */
function joined([first, ...others]: [Element, ...ElementContent[]]): Element {
  const children = [first, ...others].flatMap((part) => ('children' in part ? part.children : [part]));
  const words = children.map((part) => (isText(part) ? part.value : ''));
  return { ...first, children: children.every(isText) ? [text(words.join(''))] : children };
}

function withoutNeed(part: ElementContent, plain: string): ElementContent[] {
  if (part.type !== 'element') return [part];
  const children = part.children.flatMap((child) => withoutNeed(child, plain));
  const names = Object.keys(part.properties);
  const isIndent = String(part.properties.className ?? '') === 'indent' && names.length === 1;
  const style = styleOf(part);
  const blank = style !== null && children.every(isBlank);
  return isIndent || blank || style?.toLowerCase() === plain ? children : [{ ...part, children }];
}

/** The style of a span that has colours and nothing else. */
function styleOf(part: ElementContent): string | null {
  if (part.type !== 'element' || part.tagName !== 'span' || Object.keys(part.properties).join() !== 'style')
    return null;
  const style = String(part.properties.style);
  return /^(--\d:#[0-9a-f]{3,8};?)+$/i.test(style) ? style.replace(/;$/, '') : null;
}

const isText = (part: ElementContent | undefined): part is Text => part?.type === 'text';
const isBlank = (part: ElementContent | undefined): part is Text => isText(part) && /^\s*$/.test(part.value);
const text = (value: string): Text => ({ type: 'text', value });
