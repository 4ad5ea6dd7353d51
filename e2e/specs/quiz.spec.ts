import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test.use({ course: GOOD_COURSE });

test('an answer is sent once, and stands there with its reason whenever the lesson is opened', async ({
  page,
  workbench,
}) => {
  const bench = new WorkbenchPage(page);
  const question = page.getByRole('radiogroup', { name: 'What is a version in the path for?' });
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/rpc/session/answer')) sent.push(request.url());
  });
  const think = async () => {
    await page.getByRole('button', { name: /^Think/ }).click();
    await expect(question).toBeVisible();
  };
  await bench.open(workbench.url);
  await think();

  await test.step('another answer has another reason', async () => {
    await question.getByRole('radio', { name: 'It makes the API faster.' }).check({ force: true });
    await expect(question.getByText('It has nothing to do with speed.')).toBeVisible();
    await question.getByRole('radio', { name: /side by side/ }).check({ force: true });
    await expect(question.getByText('Clients move when they are ready.')).toBeVisible();
    await expect(question.getByText('It has nothing to do with speed.')).toHaveCount(0);
    expect(sent).toHaveLength(2);
  });

  await test.step('back from another lesson', async () => {
    await bench.goToLesson('List the books');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Previous lesson');
    await page.keyboard.press('Enter');
    await bench.expectLesson('Plan the books');
    await think();
    await expect(question.getByText('Clients move when they are ready.')).toBeVisible();
  });

  await test.step('after a restart', async () => {
    await workbench.restart();
    await bench.open(workbench.url);
    await think();
    await expect(question.getByRole('radio', { name: /side by side/ })).toBeChecked();
    await expect(question.getByText('Clients move when they are ready.')).toBeVisible();
  });
  expect(sent, 'opening a lesson answers nothing').toHaveLength(2);
});
