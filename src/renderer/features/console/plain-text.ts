/* biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what is looked for */

/** Sequences by which a terminal is commanded: colours, cursor, titles, links. */
const COMMANDS =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]P^_X]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g;
/** Control characters, and marks that turn the direction of what follows. */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * One printed line as text: without terminal commands and control characters. What a carriage return would have written
 * over is left out, as a terminal shows it.
 */
export function plainText(line: string): string {
  const text = line.replace(COMMANDS, '');
  const written = text.includes('\r') ? (text.split('\r').findLast((part) => part !== '') ?? '') : text;
  return written.replace(CONTROLS, '');
}
