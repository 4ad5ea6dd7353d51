import { type Asked, mayGrant } from '../grant.ts';
import { AUDIENCE, OTHER_AUDIENCE, SCOPES, USERS } from '../parties.ts';
import { escapeHtml, layout } from './layout.ts';

const APIS: Record<string, string> = { [AUDIENCE]: 'the library', [OTHER_AUDIENCE]: 'the cinema' };

/** Who are you? One button for each user; there are no passwords to remember. */
export function signInPage({ uid, client }: { uid: string; client: string }): string {
  const users = USERS.map(
    ({ id, name, about }) => `<li><button class="choice" name="user" value="${id}" type="submit">
<span class="face" aria-hidden="true">${name.slice(0, 1)}</span>
<span><strong>${name}</strong><small>${about}</small></span>
</button></li>`,
  );
  return layout({
    title: 'Sign in',
    who: 'server',
    body: `<p><strong>${escapeHtml(client)}</strong> asks you to sign in. Who are you today?</p>
<form method="post" action="/interaction/${escapeHtml(uid)}">
<input type="hidden" name="prompt" value="login">
<ul class="choices">${users.join('')}</ul>
</form>
<p class="note">Outside of a workbench you would prove it here, with a passkey or a password. The app that sent you never sees it.</p>`,
  });
}

/** May this program do these things for you? Scopes that the user's role does not allow are named, and not granted. */
export function consentPage(consent: { uid: string; client: string; user: string; asked: Asked[] }): string {
  const { uid, client, user, asked } = consent;
  const name = USERS.find(({ id }) => id === user)?.name ?? user;
  const list = (scopes: string[]) =>
    `<ul class="scopes">${scopes
      .map((scope) => `<li><span>${escapeHtml(SCOPES[scope] ?? scope)}</span><code>${escapeHtml(scope)}</code></li>`)
      .join('')}</ul>`;
  const parts = asked.map(({ resource, scopes }) => {
    const allowed = scopes.filter((scope) => mayGrant(user, scope));
    const refused = scopes.filter((scope) => !allowed.includes(scope));
    return `${allowed.length > 0 ? `<p>At ${APIS[resource] ?? escapeHtml(resource)} it may then:</p>${list(allowed)}` : ''}
${refused.length > 0 ? `<p>Your account has no right to these, so they are not given:</p><div class="refused">${list(refused)}</div>` : ''}`;
  });
  const nothing = '<p>It learns who you are, and may do nothing for you.</p>';
  return layout({
    title: `Let ${client} act for you?`,
    who: 'server',
    body: `<p>You are signed in as <strong>${escapeHtml(name)}</strong>. <strong>${escapeHtml(client)}</strong> asks for access.</p>
${parts.length > 0 ? parts.join('') : nothing}
<form method="post" action="/interaction/${escapeHtml(uid)}">
<input type="hidden" name="prompt" value="consent">
<div class="row"><button class="main" name="answer" value="yes" type="submit">Allow</button>
<button name="answer" value="no" type="submit">Deny</button></div>
</form>`,
  });
}

/** Something went wrong; `detail` is what the specification calls error_description. */
export function problemPage(error: string, detail: string): string {
  return layout({
    title: 'This did not work',
    who: 'server',
    body: `<p>${escapeHtml(detail)}</p><p><code>${escapeHtml(error)}</code></p><p><a class="button" href="/app">Start again</a></p>`,
  });
}
