import { type ErrorCode, errorMessage } from '../../contract/errors.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import { ImportRefusedError, importPosition } from './imports.ts';
import { firstOwnFrame, type Position } from './position.ts';
import { readableMessage } from './readable-message.ts';
import { DatabaseRefusedError } from './sqlite-rules.ts';
import { syntaxFailure } from './syntax.ts';
import type { Workspace } from './workspace.ts';

/** A failure that the sandbox itself found, already with its code and sentence. */
export class StartRefusedError extends Error {
  override readonly name = 'StartRefusedError';
  readonly failure: StartFailure;
  constructor(code: ErrorCode, values: Record<string, string | number>, at: Partial<Position> = {}) {
    super(errorMessage(code, values));
    this.failure = { code, message: this.message, ...at };
  }
}

/**
 * Turns whatever the learner's code threw into a code, a sentence and a place in the learner's files.
 * `code` is the row for errors of the learner's own: RW_CODE_THROWS at the start, RW_CODE_EXITED later.
 * Neither absolute paths nor stacks are in the result. Never throws: what was thrown may itself throw when looked at.
 */
export function failureOf(
  thrown: unknown,
  workspace: Workspace,
  available: readonly string[],
  code: 'RW_CODE_THROWS' | 'RW_CODE_EXITED' = 'RW_CODE_THROWS',
): StartFailure {
  try {
    return explained(thrown, workspace, available, code);
  } catch {
    return { code, message: errorMessage(code, { detail: 'something was thrown that cannot be looked at' }) };
  }
}

function explained(
  thrown: unknown,
  workspace: Workspace,
  available: readonly string[],
  code: 'RW_CODE_THROWS' | 'RW_CODE_EXITED',
): StartFailure {
  if (thrown instanceof StartRefusedError) return thrown.failure;
  if (thrown instanceof ImportRefusedError) return importFailure(thrown, workspace, available);
  if (thrown instanceof DatabaseRefusedError) {
    return { code: 'RW_CODE_DATABASE', message: thrown.message, ...ownFrameOf(thrown) };
  }
  if (thrown instanceof SyntaxError) {
    const failure = syntaxFailure(thrown, workspace);
    if (failure) return failure;
  }
  const at = ownFrameOf(thrown);
  return { code, message: errorMessage(code, { detail: readableMessage(thrown, workspace) }), ...at };
}

function ownFrameOf(thrown: unknown): Position | undefined {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    const frame = firstOwnFrame(error.stack);
    if (frame) return frame;
  }
  return undefined;
}

function importFailure(error: ImportRefusedError, workspace: Workspace, available: readonly string[]): StartFailure {
  const position = importPosition(new URL(error.from, workspace.url), error.specifier);
  const hint = error.nearest
    ? `Did you mean ${error.nearest}?`
    : `Available: ${available.join(', ')} and Node's own modules such as node:crypto.`;
  const message = errorMessage('RW_CODE_IMPORT', { name: error.specifier, hint });
  return { code: 'RW_CODE_IMPORT', message, file: error.from, ...position };
}
