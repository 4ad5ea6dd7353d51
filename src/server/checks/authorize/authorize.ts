import { createHash, randomBytes } from 'node:crypto';
import { RoutewrightError } from '../../../contract/errors.ts';
import type { Mismatch, ReceivedResponse, SentRequest } from '../../../contract/evidence.ts';
import type { AuthorizeSpec } from '../../../contract/http-step.ts';
import { type Captured, fillTemplate } from '../../../core/check/capture.ts';
import { parseBody } from '../../../core/check/response-body.ts';
import { isJsonObject } from '../../../core/json/json-type.ts';
import { APP, CALLBACK_PATH } from '../../lab/authorization/parties.ts';
import type { LabRun } from '../../lab/lab.ts';
import { sendRequest } from '../http-client.ts';
import { followSignIn } from './follow-sign-in.ts';

export type Authorized = {
  request: SentRequest;
  response?: ReceivedResponse;
  accessToken: string;
  /** Why there is no token; empty when there is one. */
  mismatches: Mismatch[];
};

/**
 * Gets an access token from the lab's authorization server as a client does: with its own credentials, or for a user
 * by the authorization code flow with PKCE (RFC 7636) through the server's real pages. The exchange is the one at the
 * token endpoint, or the one that was refused.
 */
export async function authorize(
  spec: AuthorizeSpec,
  values: Captured,
  { lab, signal }: { lab: LabRun; signal: AbortSignal },
): Promise<Authorized> {
  const { env } = lab;
  const issuer = env.OAUTH_ISSUER;
  if (issuer === undefined) throw new RoutewrightError('RW_CHECK_CONNECTION', { detail: 'no authorization server' });
  const resource = fillTemplate(spec.audience ?? env.OAUTH_AUDIENCE ?? '', values);
  const token = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    askForToken(issuer, form, headers, signal);
  if (spec.grant === 'client') {
    const credentials = [env.OAUTH_CLIENT_ID ?? '', env.OAUTH_CLIENT_SECRET ?? ''].map(encodeURIComponent).join(':');
    const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
    const form = { grant_type: 'client_credentials', resource, scope: spec.scope };
    return await token(form, { authorization });
  }
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const redirect_uri = `${issuer}${CALLBACK_PATH}`;
  const query = new URLSearchParams({
    client_id: APP.id,
    response_type: 'code',
    redirect_uri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state,
    resource,
    // Without `openid` nobody signs in who may grant nothing of what is asked for.
    scope: `openid ${spec.scope}`.trim(),
  });
  const end = await followSignIn({ issuer, path: `/auth?${query}`, callback: CALLBACK_PATH, user: spec.user, signal });
  const back = end.callback?.searchParams;
  const code = back?.get('code');
  if (!code || back?.get('state') !== state) {
    const actual = back?.get('error_description') ?? back?.get('error') ?? `status ${end.response.status}`;
    return { ...end, accessToken: '', mismatches: [{ at: 'authorization', expected: 'a code', actual }] };
  }
  const form = { grant_type: 'authorization_code', client_id: APP.id, code, redirect_uri, code_verifier: verifier };
  return await token({ ...form, resource });
}

async function askForToken(
  issuer: string,
  form: Record<string, string>,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Authorized> {
  const request: SentRequest = {
    method: 'POST',
    path: '/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  };
  const response = await sendRequest(issuer, request, signal);
  const shown = { ...request, path: `${issuer}/token` };
  const { json } = parseBody(response.body);
  const answer = isJsonObject(json) ? json : {};
  if (typeof answer.access_token === 'string') {
    return { request: shown, response, accessToken: answer.access_token, mismatches: [] };
  }
  const actual = String(answer.error_description ?? answer.error ?? `status ${response.status}`);
  return {
    request: shown,
    response,
    accessToken: '',
    mismatches: [{ at: 'token', expected: 'an access token', actual }],
  };
}
