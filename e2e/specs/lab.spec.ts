import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { OriginAnswer, type OriginOutcome, type OriginRequest } from '../../src/contract/origins.ts';
import { KEY_FRAGMENT, KEY_HEADER } from '../../src/contract/sign-in.ts';
import { clientOf, exchangeToken, openSession, type SessionDriver } from '../hosts/workbench-client.ts';
import { startWorkbench, type WorkbenchServer } from '../hosts/workbench-server.ts';

const COURSE = new URL('../fixtures/attacks/', import.meta.url);
const APP = new URL('secure/guard-loans/fastify/starter/src/app.ts', COURSE);

let workbench: WorkbenchServer;
let session: SessionDriver;
let lab: { issuer: string; signIn: string; frontend: string; stranger: string };

test.beforeEach(async ({ page, context }) => {
  workbench = await startWorkbench({ course: COURSE.pathname });
  const { origin } = new URL(workbench.url);
  const headers = await exchangeToken(workbench.url);
  const [name = '', value = ''] = headers.cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  await page.goto(`${origin}/${KEY_FRAGMENT}${headers[KEY_HEADER]}`);
  const client = clientOf(origin, headers);
  session = await openSession(client, 'guard-loans');
  const { lab: state } = await client.session.open({ lessonId: 'guard-loans', track: 'fastify' });
  if (!state.authorization || !state.origins) throw new Error('The lesson has no lab.');
  lab = { ...state.authorization, ...state.origins };
});

test.afterEach(async () => {
  session.leave();
  await workbench.stop();
});

/** Asks a page of another origin, embedded in the workbench's own page, to fetch. */
async function fetchFrom(
  page: Page,
  from: string,
  request: Omit<OriginRequest, 'type' | 'id'>,
): Promise<OriginOutcome> {
  const answer = await page.evaluate(
    async ({ from, message }) => {
      const frame = document.createElement('iframe');
      frame.src = from;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const answered = new Promise<unknown>((resolve) => {
        addEventListener('message', (event) => {
          if (event.source === frame.contentWindow && event.origin === from) resolve(event.data);
        });
      });
      frame.contentWindow?.postMessage(message, from);
      const data = await answered;
      frame.remove();
      return data;
    },
    { from, message: { type: 'fetch', id: 'one', ...request } },
  );
  const { origin, outcome } = OriginAnswer.parse(answer);
  expect(origin).toBe(from);
  return outcome;
}

test('a real browser on another origin sees what the API allows it to see', async ({ page }) => {
  const { revision } = await session.edit(
    (await readFile(APP, 'utf8')).replace(
      '  return app;',
      `  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.origin !== process.env.FRONTEND_ORIGIN) return;
    reply.header('access-control-allow-origin', process.env.FRONTEND_ORIGIN);
    reply.header('access-control-allow-headers', 'x-key');
    if (request.method === 'OPTIONS') return reply.code(204).send();
  });
  app.options('/notes', async (_request, reply) => reply.code(204).send());
  return app;`,
    ),
  );
  const { url = '' } = await session.settled(revision);
  const plain = { method: 'GET', url: `${url}/notes`, headers: {}, credentials: 'omit' } as const;
  const preflighted = { ...plain, headers: { 'x-key': 'k' } };
  for (const request of [plain, preflighted]) {
    expect(await fetchFrom(page, lab.frontend, request)).toMatchObject({ ok: true, status: 200, body: '[]' });
    expect(await fetchFrom(page, lab.stranger, request)).toEqual({ blocked: expect.stringMatching(/fetch/i) });
  }
  // Away from this machine it reaches nobody.
  expect(await fetchFrom(page, lab.frontend, { ...plain, url: 'https://library.example/' })).toHaveProperty('blocked');
});

test('another site cannot embed the pages', async ({ page }) => {
  const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>Elsewhere</p>'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, lab.frontend);
  await refused;
  site.closeAllConnections();
  site.close();
});

test('signing in goes through real pages and ends with a token', async ({ context }) => {
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(lab.issuer)) foreign.push(request.url());
  });
  await page.goto(lab.signIn);
  await page.getByRole('checkbox', { name: /Add, change and remove books/ }).check();
  await page.getByRole('button', { name: 'Go to sign-in' }).click();
  await page.getByRole('button', { name: /Ben/ }).click();
  await expect(page.getByText('You are signed in as Ben')).toBeVisible();
  await expect(page.getByText('Your account has no right to these')).toBeVisible();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.locator('#payload')).toContainText('"member_id": 2');
  await expect(page.locator('#payload')).toContainText('"scope": "loans:read"');
  await page.getByRole('link', { name: 'Get another one' }).click();
  await page.getByRole('button', { name: 'Go to sign-in' }).click();
  await page.getByRole('button', { name: /Grace/ }).click();
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByText('The server said no: The user said no.')).toBeVisible();
  expect(foreign).toEqual([]);
});
