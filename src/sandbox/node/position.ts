import { currentWorkspace, workspacePath } from './workspace.ts';

/** A place in the learner's code; `file` relative to the workspace, `line` and `column` from 1. */
export type Position = { file: string; line: number; column: number };

/** The innermost frame of a stack that lies in the learner's code. */
export function firstOwnFrame(stack: unknown): Position | undefined {
  const workspace = currentWorkspace();
  // Whoever sets Error.prepareStackTrace may make anything of it.
  if (!workspace || typeof stack !== 'string') return undefined;
  for (const frame of stack.split('\n')) {
    const start = frame.indexOf(workspace.url);
    const match = start === -1 ? null : /^(file:.*?):(\d+):(\d+)\)?$/.exec(frame.slice(start));
    const file = match?.[1] && workspacePath(match[1]);
    if (match && file) return { file, line: Number(match[2]), column: Number(match[3]) };
  }
  return undefined;
}

/** Where the code that is running now was called from in the learner's code. */
export function callerPosition(): Position | undefined {
  return firstOwnFrame(new Error('position').stack);
}

/** Line and column from 1 of an offset in a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
