/** A text that YAML reads as this very string: begins with a letter, and holds nothing that could end it or begin a comment. */
const SCALAR = /^[A-Za-z](?:[ !"$-9;-~¡-ɏ‐-‧‰-⁞]|:(?! |$))*$/;
/** The same inside of brackets, where more has a meaning. */
const IN_BRACKETS = /^[A-Za-z][\w./ -]*$/;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,8})$/;
/** Words that YAML, in one version or another, takes for something else than text. */
const OTHER_VALUES = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/**
 * Reads the plainest YAML there is: `key: text`, `key: 5`, `key: [a, b]`, and `key:` with lines of `  - text` below it.
 * Null for everything else, which is not to say that it is wrong. What is not null is exactly what a whole parser reads,
 * at a fraction of the time: the list of a large course is a thousand such texts.
 */
export function readPlainYaml(text: string): Record<string, unknown> | null {
  const found = new Map<string, unknown>();
  let list: string[] | null = null;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const item = /^ {2}- (.*)$/.exec(line)?.[1];
    if (item !== undefined) {
      if (list === null || !isText(item, SCALAR)) return null;
      list.push(item);
      continue;
    }
    const [, key, rest = ''] = /^([a-z][A-Za-z]*):(?: (.+))?$/.exec(line) ?? [];
    if (key === undefined || found.has(key) || list?.length === 0) return null;
    list = rest === '' ? [] : null;
    const value = list ?? plainValue(rest);
    if (value === null) return null;
    found.set(key, value);
  }
  return found.size === 0 || list?.length === 0 ? null : Object.fromEntries(found);
}

function plainValue(text: string): unknown {
  if (WHOLE_NUMBER.test(text)) return Number(text);
  if (isText(text, SCALAR)) return text;
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  const items = text.slice(1, -1).split(', ');
  return items.every((item) => isText(item, IN_BRACKETS)) ? items : null;
}

function isText(text: string, kind: RegExp): boolean {
  return kind.test(text) && !text.endsWith(' ') && !OTHER_VALUES.test(text);
}
