import { expect, test } from '../hosts/browser-host.ts';

test('the workbench opens with its token and shows the course', async ({ page, workbench }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(workbench.url);
  await expect(page).toHaveTitle(/Routewright/);
  await expect(page.getByRole('main')).toBeVisible();
  // The token is spent, and must not stand in the address bar or the history.
  await expect(page).not.toHaveURL(/token=/);
  expect(errors).toEqual([]);
});

test('a page without the token gets nothing', async ({ page, workbench }) => {
  const { origin } = new URL(workbench.url);
  const answer = await page.goto(`${origin}/`);
  expect(answer?.status()).toBeGreaterThanOrEqual(400);
  const call = await page.request.post(`${origin}/rpc/course/outline`, { data: {} });
  expect(call.status()).toBeGreaterThanOrEqual(400);
});

test('a restarted server is reachable at the same address', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await workbench.restart();
  await page.goto(workbench.url);
  await expect(page.getByRole('main')).toBeVisible();
});
