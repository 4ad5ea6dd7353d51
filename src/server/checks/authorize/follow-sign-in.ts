import type { ReceivedResponse, SentRequest } from '../../../contract/evidence.ts';
import { sendRequest } from '../http-client.ts';
import { CookieJar } from './cookie-jar.ts';
import { firstForm } from './html-form.ts';

/** Pages and redirects of one sign-in; more is a circle. */
const MOST_STEPS = 12;

type SignIn = {
  issuer: string;
  /** The authorization request, as a path with query. */
  path: string;
  /** Where the server sends the user back to, as a path of the issuer. */
  callback: string;
  user: string;
  signal: AbortSignal;
};

/**
 * Goes through sign-in and consent as a browser would: follows redirects, keeps cookies, sends the form of each page,
 * as `user`. Ends at the callback, which is not opened, or at what is neither a redirect nor a form: then `callback` is
 * missing.
 */
export async function followSignIn({ issuer, path, callback, user, signal }: SignIn) {
  const cookies = new CookieJar();
  let request: SentRequest = { method: 'GET', path, headers: {} };
  for (let step = 1; ; step += 1) {
    const cookie = cookies.headerFor(new URL(request.path, issuer).pathname);
    const { setCookie, ...response } = await send(issuer, withCookie(request, cookie), signal);
    cookies.keep(setCookie);
    const shown = { ...request, path: issuer + request.path };
    const next = nextRequest(response, issuer, user);
    if (!next || step === MOST_STEPS) return { request: shown, response, callback: null };
    const address = new URL(next.path, issuer);
    if (address.pathname === callback) return { request: shown, response, callback: address };
    request = next;
  }
}

function nextRequest(response: ReceivedResponse, issuer: string, user: string): SentRequest | null {
  const { location } = response.headers;
  if (response.status >= 300 && response.status < 400 && location !== undefined) {
    const address = new URL(location, issuer);
    if (address.origin !== new URL(issuer).origin) return null;
    return { method: 'GET', path: address.pathname + address.search, headers: {} };
  }
  const form = response.status === 200 ? firstForm(response.body) : null;
  if (!form) return null;
  return {
    method: 'POST',
    path: new URL(form.action, issuer).pathname,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: issuer },
    body: new URLSearchParams({ ...form.fields, user }).toString(),
  };
}

function withCookie(request: SentRequest, cookie: string | undefined): SentRequest {
  return cookie === undefined ? request : { ...request, headers: { ...request.headers, cookie } };
}

/** Several cookies in one header cannot be told apart by their commas alone: an expiry date has one too. */
async function send(issuer: string, request: SentRequest, signal: AbortSignal) {
  const response = await sendRequest(issuer, request, signal);
  const setCookie = (response.headers['set-cookie'] ?? '').split(/,\s*(?=[^;,\s]+=)/).filter((one) => one !== '');
  return { ...response, setCookie };
}
