/**
 * A route pattern of the framework with its parameters in braces, as in OpenAPI: `/books/:id(\\d+)` is `/books/{id}`,
 * `*` is `{*}`, `::` is a colon.
 */
export function bracePath(pattern: string): string {
  let path = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (char === ':' && pattern[at + 1] === ':') {
      path += ':';
      at += 1;
    } else if (char === ':') {
      const name = /^\w*/.exec(pattern.slice(at + 1))?.[0] ?? '';
      path += `{${name}}`;
      at = skipExpression(pattern, at + name.length + 1) - 1;
      if (pattern[at + 1] === '?') at += 1;
    } else {
      path += char === '*' ? '{*}' : char;
    }
  }
  return path;
}

/** The position after a parenthesised expression that starts at `from`, or `from` when none does. */
function skipExpression(pattern: string, from: number): number {
  if (pattern[from] !== '(') return from;
  let depth = 0;
  for (let at = from; at < pattern.length; at += 1) {
    if (pattern[at] === '(') depth += 1;
    if (pattern[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return pattern.length;
}
