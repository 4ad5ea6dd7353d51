// @ts-nocheck: runs in the browser, whose names this program of the server does not have.
const form = document.getElementById('start');
const shown = document.getElementById('request');

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
const state = base64url(crypto.getRandomValues(new Uint8Array(16)));

async function address() {
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const chosen = new FormData(form);
  const url = new URL('/auth', location.origin);
  url.search = new URLSearchParams({
    client_id: form.dataset.client,
    response_type: 'code',
    redirect_uri: location.origin + form.dataset.callback,
    scope: ['openid', ...chosen.getAll('scope')].join(' '),
    resource: chosen.get('resource'),
    code_challenge: base64url(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    state,
    prompt: 'login consent',
  }).toString();
  return url;
}

async function show() {
  const url = await address();
  shown.textContent = `GET ${url.pathname}\n${[...url.searchParams].map(([name, value]) => `  ${name}=${value}`).join('\n')}`;
}

form.addEventListener('change', show);
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const url = await address();
  sessionStorage.setItem('pkce', JSON.stringify({ verifier, state, resource: url.searchParams.get('resource') }));
  location.assign(url);
});
show();
