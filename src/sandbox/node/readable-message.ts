import type { Workspace } from './workspace.ts';

const MAX_CHARS = 1_000;

/** One readable sentence about a thrown value: the error's name unless it is plain, its message, no absolute paths. */
export function readableMessage(thrown: unknown, workspace: Workspace): string {
  return withoutPaths(sentence(thrown).slice(0, 4 * MAX_CHARS), workspace).slice(0, MAX_CHARS);
}

/** Takes absolute paths out of a text: those of the workspace become relative, others keep their last part. */
export function withoutPaths(text: string, workspace: Workspace): string {
  return text
    .replaceAll(workspace.url, '')
    .replaceAll(`${workspace.dir}/`, '')
    .replaceAll(workspace.dir, '.')
    .replace(/file:\/\/\/\S*\/(?=[^\s/]+)/g, '')
    .replace(/(?<![\w:/.])\/(?:[\w.@~+-]+\/){2,}(?=[\w.@-]+)/g, '')
    .replace(/[A-Za-z]:\\(?:[^\\\s]+\\)+/g, '');
}

function sentence(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `a thrown ${describeValue(thrown)}`;
  const message = thrown.message.trim() || 'an error without a message';
  return thrown.name === 'Error' || thrown.name === '' ? message : `${thrown.name}: ${message}`;
}

/** A value in a few words: `undefined`, `the number 3`, `an object`. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'string') return `text ${JSON.stringify(value.slice(0, 200))}`;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'function') return 'function';
  if (Array.isArray(value)) return 'array';
  return 'object';
}
