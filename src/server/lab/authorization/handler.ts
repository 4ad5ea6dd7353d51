import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type Provider from 'oidc-provider';
import { askedScopes, saveGrant } from './grant.ts';
import { callbackPage, startPage } from './page/app-page.ts';
import { consentPage, problemPage, signInPage } from './page/sign-in-page.ts';
import { APP, CALLBACK_PATH, START_PATH, USERS } from './parties.ts';

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // With none at all a browser says "null" as the origin of a form.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const FILES: Record<string, string> = {
  'style.css': 'text/css; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
  'callback.js': 'text/javascript; charset=utf-8',
};

/** Bytes of a form of the pages. */
const FORM_BYTES = 4_096;

/** Every request to the authorization server at `issuer`: its own pages here, the protocol in `provider`. */
export function createHandler(issuer: string, provider: Provider): RequestListener {
  const { host } = new URL(issuer);
  const protocol = provider.callback();
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const hosts = request.headersDistinct.host ?? [];
    if (hosts.length !== 1 || hosts[0] !== host) return void send(response, 421, 'This is another server.');
    if (!URL.canParse(request.url ?? '/', issuer)) return void send(response, 400, 'This is no address.');
    const { pathname } = new URL(request.url ?? '/', issuer);
    const answer = ownAnswer(pathname, request, response, { issuer, provider });
    if (!answer) return void protocol(request, response);
    answer.catch((error: unknown) => {
      if (response.headersSent) return void response.destroy();
      const detail = error instanceof Error ? error.message : String(error);
      page(response, problemPage('invalid_request', `${detail}.`), 400);
    });
  };
}

type Own = { issuer: string; provider: Provider };

function ownAnswer(
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
  own: Own,
): Promise<unknown> | null {
  const file = pathname.startsWith('/page/') ? pathname.slice('/page/'.length) : '';
  if (pathname.startsWith('/interaction/')) {
    return request.method === 'POST' ? submitted(request, response, own) : asked(request, response, own);
  }
  if (request.method !== 'GET') return null;
  if (pathname === START_PATH || pathname === '/') return Promise.resolve(page(response, startPage()));
  if (pathname === CALLBACK_PATH) return Promise.resolve(page(response, callbackPage()));
  if (!Object.hasOwn(FILES, file)) return null;
  response.setHeader('content-type', FILES[file] ?? '');
  return Promise.resolve(response.end(readFileSync(join(import.meta.dirname, 'page', file))));
}

async function asked(request: IncomingMessage, response: ServerResponse, { provider }: Own): Promise<void> {
  const { uid, prompt, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') return page(response, signInPage({ uid, client: APP.name }));
  const user = session?.accountId ?? '';
  page(response, consentPage({ uid, client: APP.name, user, asked: askedScopes(prompt.details) }));
}

async function submitted(request: IncomingMessage, response: ServerResponse, own: Own): Promise<void> {
  const { issuer, provider } = own;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== issuer) throw new Error('The form came from another site');
  const form = new URLSearchParams(await textOf(request));
  const { prompt, session, params } = await provider.interactionDetails(request, response);
  if (form.get('prompt') !== prompt.name) throw new Error('This page is no longer open');
  if (prompt.name === 'login') {
    const user = USERS.find(({ id }) => id === form.get('user'));
    if (!user) throw new Error('There is no such user');
    return await provider.interactionFinished(request, response, { login: { accountId: user.id } });
  }
  const userId = session?.accountId;
  if (userId === undefined || form.get('answer') === 'no') {
    const refused = { error: 'access_denied', error_description: 'The user said no.' };
    return await provider.interactionFinished(request, response, refused);
  }
  const { missingOIDCScope } = prompt.details;
  const oidcScopes = Array.isArray(missingOIDCScope) ? missingOIDCScope.map(String) : [];
  const clientId = String(params.client_id);
  const grantId = await saveGrant(provider, { userId, clientId, asked: askedScopes(prompt.details), oidcScopes });
  const result = { consent: { grantId } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > FORM_BYTES) throw new Error('The form is too large');
  }
  return text;
}

function page(response: ServerResponse, html: string, status = 200): void {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.statusCode = status;
  response.end(html);
}

function send(response: ServerResponse, status: number, text: string): void {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.statusCode = status;
  response.end(text);
}
