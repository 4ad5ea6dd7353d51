import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test('a learner signs in with a real authorization server, and their API believes its tokens only', async ({
  page,
  workbench,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('Somebody else asks for the PIN');

  await test.step('before: a PIN is guessed', async () => {
    await bench.showResult('Attack');
    const guess = bench.attack('The PIN of Ben');
    await guess.getByRole('button', { name: 'Run the attack' }).click();
    await expect(guess.getByText('The attacker got through')).toBeVisible();
    await expect(guess.getByRole('button', { name: /a few more\s*6 times/ })).toBeVisible();
  });

  let token = '';
  await test.step('Ada signs in on the server’s own pages, agrees, and has a token', async () => {
    const opened = page.waitForEvent('popup');
    await bench.results.getByRole('link', { name: 'Sign in and get a token' }).click();
    const signIn = await opened;
    await signIn.getByRole('button', { name: 'Go to sign-in' }).click();
    await signIn.getByRole('button', { name: /Ada/ }).click();
    await expect(signIn.getByText('You are signed in as Ada')).toBeVisible();
    await signIn.getByRole('button', { name: 'Allow' }).click();
    await expect(signIn.locator('#payload')).toContainText('"member_id": 1');
    token = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec((await signIn.locator('body').textContent()) ?? '')?.[0] ?? '';
    await signIn.close();
  });

  const me = async (headers: Record<string, string>) => {
    const response = await fetch(`${await bench.liveUrl()}/api/v1/me`, { headers });
    return { status: response.status, body: await response.json() };
  };

  await test.step('the API that the learner has written takes this token, and no broken one', async () => {
    await bench.takeSolution();
    await bench.showResult('Checks');
    await expect(bench.results.getByText('7 of 7 hold')).toBeVisible();
    await expect(bench.complete).toBeVisible();
    await expect(bench.state).toHaveText('Live');
    expect(await me({ authorization: `Bearer ${token}` })).toMatchObject({ status: 200, body: { data: { id: 1 } } });
    expect(await me({ authorization: `Bearer ${token.slice(0, -4)}AAAA` })).toMatchObject({ status: 401 });
    expect(await me({})).toMatchObject({ status: 401 });
  });

  await test.step('a stranger’s token is tried again, and stopped', async () => {
    await bench.showResult('Attack');
    const forged = bench.attack('A token that looks right');
    await forged.getByRole('button', { name: 'Run the attack' }).click();
    await expect(forged.getByText('The signature fits no key of the authorization server.')).toBeVisible();
  });
});

test('a learner limits how often one address may call', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  const keys = bench.attack('After some wrong keys');
  await bench.open(workbench.url);
  await bench.goToLesson('Not so fast');
  await bench.showResult('Attack');
  await keys.getByRole('button', { name: 'Run the attack' }).click();
  await expect(keys.getByText('The attacker got through')).toBeVisible();
  await bench.takeSolution();
  await expect(keys.getByText('Your code has changed since.')).toBeVisible();
  await keys.getByRole('button', { name: 'Attack again' }).click();
  await expect(keys.getByText('The attack was stopped')).toBeVisible();
  await expect(keys.getByRole('button', { name: /And the next one\s*429/ })).toBeVisible();
  await expect(bench.complete).toBeVisible();
});

test('pages of two other origins call the API: the browser itself decides what each may read', async ({
  page,
  workbench,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('Pages from elsewhere');
  await bench.showResult('Attack');
  const caller = (name: string) => bench.results.getByRole('article').filter({ hasText: name });
  const call = async (name: string) => caller(name).getByRole('button', { name: 'Call the API' }).click();

  await test.step('before: the stranger reads like the front end', async () => {
    await expect(bench.state).toHaveText('Live');
    for (const name of ['The front end', 'A stranger']) {
      await call(name);
      await expect(caller(name).getByText(/The page reads the answer: 200/)).toBeVisible();
      await expect(caller(name).locator('pre')).toContainText('"title"');
    }
  });

  await test.step('afterwards the stranger is given nothing', async () => {
    await bench.takeSolution();
    await expect(bench.complete).toBeVisible();
    await expect(bench.state).toHaveText('Live');
    await call('A stranger');
    await expect(caller('A stranger').getByText('The browser gives this page nothing to read.')).toBeVisible();
    await call('The front end');
    await expect(caller('The front end').getByText(/The page reads the answer: 200/)).toBeVisible();
  });

  await test.step('with a token the browser asks first, with a real preflight', async () => {
    await bench.results.getByRole('checkbox', { name: 'with a token' }).check();
    await bench.results.getByRole('combobox', { name: 'Method' }).selectOption('PUT');
    await bench.results.getByRole('textbox', { name: 'Path' }).fill('/api/v1/books/1');
    await call('The front end');
    // The token is not a good one. That the page can read this "no" is what the preflight allowed.
    await expect(caller('The front end').getByText(/The page reads the answer: 401/)).toBeVisible();
    await expect(bench.console.getByText('OPTIONS').first()).toBeVisible();
    await call('A stranger');
    await expect(caller('A stranger').getByText('The browser gives this page nothing to read.')).toBeVisible();
  });
});
