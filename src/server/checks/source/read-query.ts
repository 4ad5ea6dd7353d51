import esquery from 'esquery';

type Selector = ReturnType<typeof esquery.parse>;

/**
 * A selector of esquery. Regular expressions in it are refused: one from a course could hold the workbench up for ever.
 * `problem` says what is wrong.
 */
export function readQuery(query: string): { selector: Selector } | { problem: string } {
  let selector: Selector;
  try {
    selector = esquery.parse(query);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  return hasRegExp(selector) ? { problem: 'it has a regular expression.' } : { selector };
}

function hasRegExp(part: unknown): boolean {
  if (part instanceof RegExp) return true;
  if (typeof part !== 'object' || part === null) return false;
  if ('type' in part && part.type === 'regexp') return true;
  return Object.values(part).some(hasRegExp);
}
