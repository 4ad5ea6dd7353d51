import { APP, AUDIENCE, CALLBACK_PATH, OTHER_AUDIENCE, SCOPES } from '../parties.ts';
import { escapeHtml, layout } from './layout.ts';

/** Where the library app begins: what to ask for, and off to the authorization server. The script makes the PKCE values. */
export function startPage(): string {
  const scopes = Object.entries(SCOPES).map(
    ([
      scope,
      words,
    ]) => `<li><label><input type="checkbox" name="scope" value="${scope}"${scope === 'loans:read' ? ' checked' : ''}>
<span>${escapeHtml(words)}</span><code>${scope}</code></label></li>`,
  );
  return layout({
    title: 'Get an access token',
    who: 'app',
    script: 'start.js',
    body: `<p>This page plays the client. It sends you to the authorization server with what it asks for, and a secret of its own (PKCE).</p>
<form id="start" data-client="${APP.id}" data-callback="${CALLBACK_PATH}">
<fieldset><legend>What the app asks for</legend><ul class="scopes">${scopes.join('')}</ul></fieldset>
<label class="field">For the API <select name="resource"><option value="${AUDIENCE}">${AUDIENCE} (yours)</option>
<option value="${OTHER_AUDIENCE}">${OTHER_AUDIENCE} (another one)</option></select></label>
<button class="main" type="submit">Go to sign-in</button>
</form>
<h3>The request that is sent</h3>
<pre id="request" tabindex="0"></pre>`,
  });
}

/** Where the authorization server sends the browser back to: the script exchanges the code and shows the token. */
export function callbackPage(): string {
  return layout({
    title: 'Your access token',
    who: 'app',
    script: 'callback.js',
    body: `<p id="status" role="status">Exchanging the code for a token…</p>
<div id="result" hidden data-client="${APP.id}" data-callback="${CALLBACK_PATH}">
<h2>The token</h2>
<pre id="token" class="low" tabindex="0"></pre>
<div class="row"><button class="main" type="button" data-copy="token">Copy token</button>
<button type="button" data-copy="header-line">Copy as header</button></div>
<pre id="header-line" hidden></pre>
<h2>What is in it</h2>
<p class="note">Anybody can read this: it is signed, not encrypted.</p>
<h3>Header</h3><pre id="header" tabindex="0"></pre>
<h3>Payload</h3><pre id="payload" tabindex="0"></pre>
<p id="expiry" class="note"></p>
</div>
<p><a class="button" href="/app">Get another one</a></p>`,
  });
}
