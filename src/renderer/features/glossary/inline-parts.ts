export type InlinePart = { kind: 'text' | 'code' | 'em'; text: string; at: number };

/** Cuts a text of the glossary at its `code` and its *emphasis*; everything else is as it stands. */
export function inlineParts(text: string): InlinePart[] {
  return [...text.matchAll(/`([^`]+)`|\*([^*\s][^*]*)\*|(?:[^`*]|[`*](?![^`*\s]))+|[`*]/g)].map((found) => {
    const [whole, code, emphasis] = found;
    const at = found.index;
    if (code !== undefined) return { kind: 'code', text: code, at };
    return emphasis === undefined ? { kind: 'text', text: whole, at } : { kind: 'em', text: emphasis, at };
  });
}
