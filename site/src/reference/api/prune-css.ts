/**
 * Leaves the rules of a style sheet that can apply to a page: a selector goes when it names a class that is not in
 * `classes`. Everything else stays as it is, and so do groups (@layer, @media …) that still hold something.
 */
export function pruneCss(css: string, classes: ReadonlySet<string>): string {
  return block(css.replace(/\/\*[\s\S]*?\*\//g, ''), classes);
}

/** Rules whose content is not made of selectors. */
const WHOLE = /^@(keyframes|-webkit-keyframes|font-face|property|counter-style|page)\b/;

function block(css: string, classes: ReadonlySet<string>): string {
  let out = '';
  let at = 0;
  while (at < css.length) {
    const end = endOfHead(css, at);
    if (css[end] !== '{') {
      // A declaration, or a statement such as `@layer a, b;`.
      out += css.slice(at, end + 1).trim();
      at = end + 1;
      continue;
    }
    const close = endOfBlock(css, end);
    out += rule(css.slice(at, end).trim(), css.slice(end + 1, close), classes);
    at = close + 1;
  }
  return out;
}

function rule(head: string, body: string, classes: ReadonlySet<string>): string {
  if (WHOLE.test(head)) return `${head}{${body.trim().replace(/\s+/g, ' ')}}`;
  const selectors = head.startsWith('@')
    ? head
    : selectorsOf(head)
        .filter((one) => canApply(one, classes))
        .join(',');
  const inner = selectors === '' ? '' : block(body, classes);
  return inner === '' ? '' : `${selectors}{${inner}}`;
}

/** Where the head of a rule ends, at `{`, or a declaration, at `;`, or the text. Quotes, brackets and escapes are skipped. */
function endOfHead(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    const sign = css[at] ?? '';
    if (sign === '\\') at += 1;
    else if (sign === '"' || sign === "'") at = endOfQuote(css, at);
    else if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if (depth === 0 && (sign === '{' || sign === ';')) return at;
  }
  return css.length;
}

/** The brace that closes the one at `open`. */
function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    const sign = css[at] ?? '';
    if (sign === '\\') at += 1;
    else if (sign === '"' || sign === "'") at = endOfQuote(css, at);
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return css.length;
}

function endOfQuote(css: string, open: number): number {
  for (let at = open + 1; at < css.length; at += 1) {
    if (css[at] === '\\') at += 1;
    else if (css[at] === css[open]) return at;
  }
  return css.length;
}

/** Parts between commas that stand in no brackets. */
function selectorsOf(head: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < head.length; at += 1) {
    const sign = head[at];
    if (sign === '\\') at += 1;
    else if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if (sign === ',' && depth === 0) {
      parts.push(head.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, head.slice(from).trim()];
}

/** Whether every class that the selector needs is there; what stands in brackets may be an alternative or a "not". */
function canApply(selector: string, classes: ReadonlySet<string>): boolean {
  const plain = withoutBrackets(selector);
  return Array.from(plain.matchAll(/\.((?:\\.|[^\s\\.:>+~#*&|])+)/g), ([, name = '']) => unescaped(name)).every(
    (name) => classes.has(name),
  );
}

function withoutBrackets(selector: string): string {
  let out = '';
  let depth = 0;
  for (let at = 0; at < selector.length; at += 1) {
    const sign = selector[at] ?? '';
    if (sign === '\\') {
      if (depth === 0) out += selector.slice(at, at + 2);
      at += 1;
    } else if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if (depth === 0) out += sign;
  }
  return out;
}

/** A name as the page has it: `md\:flex` is `md:flex`, and `\32 xl` is `2xl`. */
function unescaped(name: string): string {
  return name.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex: string | undefined, sign: string | undefined) =>
    hex === undefined ? (sign ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
