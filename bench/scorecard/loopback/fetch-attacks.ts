import type { Attack } from './attack.ts';

/** Attacks by the page's own requests. */
export const FETCH_ATTACKS: readonly Attack[] = [
  {
    name: 'read the page by fetch',
    run: async ({ origin }) => {
      const answer = await fetch(`${origin}/`, { credentials: 'include' });
      return answer.ok ? answer.text() : null;
    },
  },
  {
    name: 'read by a call',
    run: async ({ origin }) => {
      const init: RequestInit = { method: 'POST', credentials: 'include', body: '{}' };
      init.headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${origin}/rpc/settings/all`, init);
      return answer.ok ? answer.text() : null;
    },
  },
  {
    name: 'write by a call',
    run: async ({ origin }, word) => {
      const body = JSON.stringify({ json: { key: word, value: 'attacked' } });
      const headers = { 'content-type': 'application/json' };
      await fetch(`${origin}/rpc/settings/set`, { method: 'POST', credentials: 'include', headers, body });
      return null;
    },
  },
  {
    name: 'write as plain text, without asking',
    run: async ({ origin }, word) => {
      const body = JSON.stringify({ json: { key: word, value: 'attacked' } });
      await fetch(`${origin}/rpc/settings/set`, { method: 'POST', mode: 'no-cors', credentials: 'include', body });
      return null;
    },
  },
  {
    name: 'write with no content type, without asking',
    run: async ({ origin }, word) => {
      const body = new Blob([JSON.stringify({ json: { key: word, value: 'attacked' } })]);
      await fetch(`${origin}/rpc/settings/set`, { method: 'POST', mode: 'no-cors', credentials: 'include', body });
      return null;
    },
  },
  {
    name: 'write as a form, by fetch',
    run: async ({ origin }, word) => {
      const body = new URLSearchParams({ data: JSON.stringify({ json: { key: word, value: 'attacked' } }) });
      await fetch(`${origin}/rpc/settings/set`, { method: 'POST', mode: 'no-cors', credentials: 'include', body });
      return null;
    },
  },
  {
    name: 'write by PUT',
    run: async ({ origin }, word) => {
      const body = JSON.stringify({ json: { key: word, value: 'attacked' } });
      const headers = { 'content-type': 'application/json' };
      await fetch(`${origin}/rpc/settings/set`, { method: 'PUT', credentials: 'include', headers, body });
      return null;
    },
  },
  {
    name: 'write by DELETE',
    run: async ({ origin }, word) => {
      const data = encodeURIComponent(JSON.stringify({ json: { key: word, value: 'attacked' } }));
      await fetch(`${origin}/rpc/settings/set?data=${data}`, { method: 'DELETE', credentials: 'include' });
      return null;
    },
  },
  {
    name: 'write by GET',
    run: async ({ origin }, word) => {
      const data = encodeURIComponent(JSON.stringify({ json: { key: word, value: 'attacked' } }));
      await fetch(`${origin}/rpc/settings/set?data=${data}`, { mode: 'no-cors', credentials: 'include' });
      return null;
    },
  },
  {
    name: 'write by another method in a header',
    run: async ({ origin }, word) => {
      const data = encodeURIComponent(JSON.stringify({ json: { key: word, value: 'attacked' } }));
      const headers = { 'x-http-method-override': 'POST', 'content-type': 'application/json' };
      await fetch(`${origin}/rpc/settings/set?data=${data}`, { headers, credentials: 'include' });
      return null;
    },
  },
  {
    name: 'write by XMLHttpRequest',
    run: ({ origin }, word) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onloadend = () => resolve(null);
        request.open('POST', `${origin}/rpc/settings/set`);
        request.withCredentials = true;
        request.send(JSON.stringify({ json: { key: word, value: 'attacked' } }));
      }),
  },
  {
    name: 'write by a beacon',
    run: async ({ origin }, word) => {
      const body = JSON.stringify({ json: { key: word, value: 'attacked' } });
      navigator.sendBeacon(`${origin}/rpc/settings/set`, new Blob([body], { type: 'text/plain' }));
      return null;
    },
  },
  {
    name: 'write from a worker',
    run: ({ origin }, word) =>
      new Promise((resolve) => {
        const url = JSON.stringify(`${origin}/rpc/settings/set`);
        const body = JSON.stringify(JSON.stringify({ json: { key: word, value: 'attacked' } }));
        const options = `{ method: 'POST', mode: 'no-cors', credentials: 'include', body: ${body} }`;
        const code = `fetch(${url}, ${options}).finally(() => postMessage('over'));`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onmessage = () => resolve(null);
        worker.onerror = () => resolve(null);
      }),
  },
  {
    name: 'write from a service worker',
    run: async ({ origin }, word) => {
      // Only where there is one to register: a secure context that serves it.
      const query = new URLSearchParams({ origin, word });
      const registration = await navigator.serviceWorker.register(`/service-worker.js?${query}`, {
        scope: `/${word}/`,
      });
      const worker = registration.installing ?? registration.active;
      await new Promise((resolve) => {
        worker?.addEventListener('statechange', () => worker.state === 'activated' && resolve(null));
        setTimeout(resolve, 1_500);
      });
      await registration.unregister();
      return null;
    },
  },
  {
    name: 'let a program on this machine use the cookie that the browser brings along',
    run: async ({ origin }, word) => {
      const answer = await fetch(`/thief?${new URLSearchParams({ origin, word })}`, { credentials: 'include' });
      const { read } = await answer.json();
      return read;
    },
  },
  {
    name: 'read by a stream of events',
    run: ({ origin }) =>
      new Promise((resolve) => {
        const source = new EventSource(`${origin}/rpc/session/events`, { withCredentials: true });
        source.onmessage = (event) => resolve(String(event.data));
        source.onerror = () => resolve(null);
      }),
  },
  {
    name: 'hijack a socket',
    run: ({ origin }) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc/session/events`);
        socket.onmessage = (event) => resolve(String(event.data));
        socket.onerror = () => resolve(null);
      }),
  },
];
