import { ValidationError } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { ApiErrorData } from '../../contract/api.ts';
import { type ErrorCode, RoutewrightError } from '../../contract/errors.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  RW_HTTP_INPUT: 400,
  RW_FILE_PATH: 400,
  RW_FILE_TOO_LARGE: 413,
  RW_FILE_CONFLICT: 409,
  RW_FILE_EXISTS: 409,
  RW_SESSION_STALE: 409,
  RW_FILE_NOT_FOUND: 404,
  RW_FILE_VERSION: 404,
  RW_SESSION_UNKNOWN: 404,
  RW_LESSON_UNKNOWN: 404,
  RW_LESSON_LEVEL: 404,
  RW_INTERNAL: 500,
};

type ApiError = ORPCError<string, ApiErrorData>;

/**
 * What the caller may know of an error: a code of the table, its message, what to do. Anything else than a
 * RoutewrightError or unreadable input becomes RW_INTERNAL and is logged here; no stack ever leaves the server.
 */
export function toApiError(error: unknown): ApiError {
  if (error instanceof RoutewrightError) return asApiError(error);
  if (error instanceof ORPCError) {
    if (ApiErrorData.safeParse(error.data).success) return error;
    if (error.status < 500) return asApiError(unreadable(error));
  }
  console.error(error);
  return asApiError(new RoutewrightError('RW_INTERNAL'));
}

function asApiError(error: RoutewrightError): ApiError {
  const { code, message, action } = error;
  return new ORPCError(code, { status: STATUS[code] ?? 422, message, data: { code, message, action } });
}

function unreadable(error: ORPCError<string, unknown>): RoutewrightError {
  const issue = error.cause instanceof ValidationError ? error.cause.issues[0] : undefined;
  if (!issue) return new RoutewrightError('RW_HTTP_INPUT', { detail: error.message });
  const keys = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  const last = keys.at(-1) ?? '';
  const value = error.cause instanceof ValidationError ? at(error.cause.data, keys) : undefined;
  if (['path', 'from', 'to'].includes(last) && keys.length === 1 && typeof value === 'string') {
    return new RoutewrightError('RW_FILE_PATH', { file: value.slice(0, 200) });
  }
  return new RoutewrightError('RW_HTTP_INPUT', { detail: [keys.join('.'), issue.message].filter(Boolean).join(': ') });
}

function at(data: unknown, keys: string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}
