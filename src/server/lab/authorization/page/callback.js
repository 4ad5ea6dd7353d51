// @ts-nocheck: runs in the browser, whose names this program of the server does not have.
const place = (id) => document.getElementById(id);
const result = place('result');

function fail(text) {
  place('status').textContent = text;
  document.querySelector('h1').textContent = 'No token';
}

function decoded(part) {
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 2);
}

async function exchange() {
  const back = new URLSearchParams(location.search);
  const kept = JSON.parse(sessionStorage.getItem('pkce') ?? 'null');
  if (back.has('error')) return fail(`The server said no: ${back.get('error_description') ?? back.get('error')}`);
  if (!kept) return fail('This page was opened without a sign-in that began here.');
  if (back.get('state') !== kept.state)
    return fail('The state is not the one that was sent: somebody else began this sign-in.');
  sessionStorage.removeItem('pkce');
  const answer = await fetch('/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: result.dataset.client,
      code: back.get('code'),
      redirect_uri: location.origin + result.dataset.callback,
      code_verifier: kept.verifier,
      resource: kept.resource,
    }),
  });
  const body = await answer.json();
  if (!answer.ok) return fail(`The token endpoint said no: ${body.error_description ?? body.error}`);
  history.replaceState(null, '', location.pathname);
  show(body.access_token);
}

function show(token) {
  const [header, payload] = token.split('.');
  place('token').textContent = token;
  place('header-line').textContent = `Authorization: Bearer ${token}`;
  place('header').textContent = decoded(header);
  place('payload').textContent = decoded(payload);
  const { exp } = JSON.parse(decoded(payload));
  place('expiry').textContent = `Good until ${new Date(exp * 1000).toLocaleTimeString()}.`;
  place('status').textContent = 'The code was exchanged. Send the token to your API in the Authorization header.';
  result.hidden = false;
}

for (const button of document.querySelectorAll('[data-copy]')) {
  const words = button.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(place(button.dataset.copy).textContent);
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = words;
    }, 1500);
  });
}

exchange().catch(() => fail('The token endpoint did not answer. Is the workbench still running?'));
