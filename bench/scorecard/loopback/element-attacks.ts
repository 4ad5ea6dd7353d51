import type { Attack } from './attack.ts';

/** Attacks by what a page may contain: elements load and navigate without asking anybody. */
export const ELEMENT_ATTACKS: readonly Attack[] = [
  {
    name: 'write by a form of plain text',
    run: ({ origin }, word) =>
      new Promise((resolve) => {
        const sink = Object.assign(document.createElement('iframe'), { name: `sink-${word}` });
        const form = Object.assign(document.createElement('form'), { method: 'post', target: sink.name });
        form.action = `${origin}/rpc/settings/set`;
        form.enctype = 'text/plain';
        const name = JSON.stringify({ json: { key: word, value: 'attacked' } }).slice(0, -1);
        form.append(Object.assign(document.createElement('input'), { name: `${name},"x":"`, value: '"}' }));
        sink.onload = () => resolve(null);
        document.body.append(sink, form);
        form.submit();
      }),
  },
  {
    name: 'write by an ordinary form',
    run: ({ origin }, word) =>
      new Promise((resolve) => {
        const sink = Object.assign(document.createElement('iframe'), { name: `sink-${word}` });
        const form = Object.assign(document.createElement('form'), { method: 'post', target: sink.name });
        form.action = `${origin}/rpc/settings/set`;
        const value = JSON.stringify({ json: { key: word, value: 'attacked' } });
        form.append(Object.assign(document.createElement('input'), { name: 'data', value }));
        sink.onload = () => resolve(null);
        document.body.append(sink, form);
        form.submit();
      }),
  },
  {
    name: 'write by a form with parts',
    run: ({ origin }, word) =>
      new Promise((resolve) => {
        const sink = Object.assign(document.createElement('iframe'), { name: `sink-${word}` });
        const form = Object.assign(document.createElement('form'), { method: 'post', target: sink.name });
        form.action = `${origin}/rpc/settings/set`;
        form.enctype = 'multipart/form-data';
        const value = JSON.stringify({ json: { key: word, value: 'attacked' } });
        form.append(Object.assign(document.createElement('input'), { name: 'data', value }));
        sink.onload = () => resolve(null);
        document.body.append(sink, form);
        form.submit();
      }),
  },
  {
    name: 'write by a form into a window of its own',
    run: async ({ origin }, word) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', target: '_blank' });
      form.action = `${origin}/rpc/settings/set`;
      form.enctype = 'text/plain';
      const name = JSON.stringify({ json: { key: word, value: 'attacked' } }).slice(0, -1);
      form.append(Object.assign(document.createElement('input'), { name: `${name},"x":"`, value: '"}' }));
      document.body.append(form);
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return null;
    },
  },
  {
    name: 'write by an image',
    run: ({ origin }, word) =>
      new Promise((resolve) => {
        const data = encodeURIComponent(JSON.stringify({ json: { key: word, value: 'attacked' } }));
        const image = new Image();
        image.onload = () => resolve(null);
        image.onerror = () => resolve(null);
        image.src = `${origin}/rpc/settings/set?data=${data}`;
      }),
  },
  {
    name: 'write by a navigation of a frame',
    run: ({ origin }, word) =>
      new Promise((resolve) => {
        const data = encodeURIComponent(JSON.stringify({ json: { key: word, value: 'attacked' } }));
        const frame = document.createElement('iframe');
        frame.onload = () => resolve(null);
        frame.src = `${origin}/rpc/settings/set?data=${data}`;
        document.body.append(frame);
      }),
  },
  {
    name: 'load its code as a script',
    run: ({ origin, script: path }) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = () => resolve('its code ran in the page');
        script.onerror = () => resolve(null);
        script.src = `${origin}${path}`;
        document.body.append(script);
      }),
  },
  {
    name: 'load its code into a worker',
    run: ({ origin, script }) =>
      new Promise((resolve) => {
        const url = JSON.stringify(`${origin}${script}`);
        const code = `try { importScripts(${url}); postMessage('its code ran in a worker'); } catch { postMessage(null); }`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = () => resolve(null);
      }),
  },
  {
    name: 'load its style',
    run: ({ origin, style }) =>
      new Promise((resolve) => {
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${origin}${style}` });
        link.onload = () => resolve('its style holds in the page');
        link.onerror = () => resolve(null);
        document.head.append(link);
      }),
  },
  {
    name: 'frame the page and talk to it',
    run: ({ origin }) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        window.addEventListener('message', (event) => event.source === frame.contentWindow && resolve(event.data));
        frame.onload = () => {
          try {
            if (frame.contentDocument?.querySelector('main, #root')) resolve('its document');
          } catch {}
          frame.contentWindow?.postMessage('what do you know?', '*');
        };
        frame.src = `${origin}/`;
        document.body.append(frame);
      }),
  },
  {
    name: 'open the page in a window and talk to it',
    run: ({ origin }) =>
      new Promise((resolve) => {
        const opened = window.open(`${origin}/`);
        const timer = setInterval(() => {
          try {
            if (opened?.document.querySelector('main, #root')) resolve('its document');
          } catch {}
          opened?.postMessage('what do you know?', '*');
        }, 100);
        setTimeout(() => clearInterval(timer), 2_000);
        window.addEventListener('message', (event) => {
          if (opened !== null && event.source === opened) resolve(event.data);
        });
      }),
  },
];
