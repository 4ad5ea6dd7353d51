// @ts-nocheck: runs in the browser, whose names this program of the server does not have.
// The messages are those of src/contract/origins.ts.
const workbench = document.body.dataset.workbench.split(' ');
const LONGEST = 100_000;
const LIMIT_MS = 5_000;

document.querySelector('#origin').textContent = location.origin;

async function outcomeOf({ method, url, headers, body, credentials }) {
  try {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const answer = await fetch(url, { method, headers, body, credentials, mode: 'cors', cache: 'no-store', signal });
    const text = await answer.text();
    return {
      ok: answer.ok,
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: text.slice(0, LONGEST),
    };
  } catch (error) {
    return { blocked: String(error.message) };
  }
}

addEventListener('message', async ({ data, origin, source }) => {
  if (source !== parent || !workbench.includes(origin)) return;
  if (data?.type !== 'fetch' || typeof data.id !== 'string') return;
  const began = performance.now();
  const outcome = await outcomeOf(data);
  const ms = performance.now() - began;
  source.postMessage({ type: 'answer', id: data.id, origin: location.origin, ms, outcome }, origin);
});
