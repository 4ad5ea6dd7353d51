import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { ApiErrorData, type api } from '../../contract/api.ts';
import { ERRORS } from '../../contract/errors.ts';
import { KEY_HEADER } from '../../contract/sign-in.ts';
import { callKey } from './call-key.ts';
import { addressOf } from './place.ts';

export type Api = ContractRouterClient<typeof api>;

/** The workbench server's API, typed by the contract. Same origin, signed in by the cookie and the page's key. */
export const server: Api = createORPCClient(
  new RPCLink({ url: () => addressOf('rpc'), headers: () => ({ [KEY_HEADER]: callKey() }) }),
);

/** Makes a failed call readable: code, what happened, what to do next. */
export function readFailure(error: unknown): ApiErrorData {
  if (error instanceof ORPCError) {
    const data = ApiErrorData.safeParse(error.data);
    if (data.success) return data.data;
    if (error.status === 401) return fromTable('RW_HTTP_UNAUTHORIZED');
    if (error.status === 403) return fromTable('RW_HTTP_FORBIDDEN');
  }
  if (isUnreachable(error)) return fromTable('RW_HTTP_UNREACHABLE');
  return fromTable('RW_INTERNAL');
}

/** True when the server gave no answer at all. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof ORPCError && [502, 503, 504].includes(error.status));
}

/** True when this page has no valid sign-in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ORPCError && error.status === 401;
}

function fromTable(code: keyof typeof ERRORS): ApiErrorData {
  return { code, message: ERRORS[code].message, action: ERRORS[code].action };
}
