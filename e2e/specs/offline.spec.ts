import { execFile } from 'node:child_process';
import type { Page } from '@playwright/test';
import { pinnedNode } from '../../scripts/setup/pinned-node.mjs';
import { expect, test } from '../hosts/browser-host.ts';
import { LOOPBACK_ONLY } from '../hosts/workbench-server.ts';

/** What a page can try; each ends with what became of it. */
async function leaveTheMachine(page: Page): Promise<string[]> {
  await page.route('http://127.0.0.1/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Here</p>' }));
  await page.goto('http://127.0.0.1/');
  return page.evaluate(async () => {
    const tries = `
      const ask = (url) => fetch(url, { mode: 'no-cors' }).then(() => 'answered', () => 'refused');
      const connect = (url) => new Promise((resolve) => {
        const socket = new WebSocket(url);
        socket.onopen = () => resolve('answered');
        socket.onerror = () => resolve('refused');
      });
      const all = (where) => Promise.all([
        ask('http://' + where + '.invalid/page'), ask('https://' + where + '-tls.invalid/'),
        ask('http://192.0.2.1/' + where), connect('wss://' + where + '-socket.invalid/'),
      ]);`;
    const said = (target: Worker | Window) =>
      new Promise<string[]>((resolve) => {
        target.onmessage = (event: MessageEvent<string[]>) => resolve(event.data);
      });
    const fromFrame = said(window);
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.srcdoc = `<script>${tries} all('frame').then((said) => parent.postMessage(said, '*'));</script>`;
    document.body.append(frame);
    const worker = new Worker(
      URL.createObjectURL(new Blob([`${tries} all('worker').then((said) => postMessage(said));`])),
    );
    return (await Promise.all([fromFrame, said(worker)])).flat();
  });
}

test('a request out of a frame or a worker, by name, address or web socket, is refused and recorded', async ({
  page,
  foreign,
}) => {
  expect(await leaveTheMachine(page)).toEqual(Array(8).fill('refused'));
  for (const where of ['frame', 'worker']) {
    expect(foreign).toContain(`GET http://${where}.invalid/page`);
    expect(foreign).toContain(`CONNECT ${where}-tls.invalid:443`);
    expect(foreign).toContain(`GET http://192.0.2.1/${where}`);
    expect(foreign).toContain(`CONNECT ${where}-socket.invalid:443`);
  }
  foreign.clear();
});

test.fail('a request that was recorded fails its test', async ({ page }) => {
  await leaveTheMachine(page);
});

test('a request of the server itself, by name or address, is refused and recorded', async () => {
  const code = `
    for (const url of ['http://192.0.2.1:81/', 'https://server.invalid/']) {
      await fetch(url).then(() => console.log('answered'), () => console.log('refused'));
    }`;
  const args = ['--import', LOOPBACK_ONLY, '--input-type=module', '--eval', code];
  const [said, errors] = await new Promise<[string, string]>((resolve) => {
    execFile(pinnedNode(), args, (_error, stdout, stderr) => resolve([stdout, stderr]));
  });
  expect(said).toBe('refused\nrefused\n');
  expect(errors).toContain('Left the machine: 192.0.2.1:81');
  expect(errors).toContain('Left the machine: server.invalid');
});
