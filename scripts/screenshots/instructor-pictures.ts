import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../setup/pinned-node.mjs';
import { takeBoth } from './manual-pictures.ts';
import { goToLesson, openWorkbench, paste } from './open-workbench.ts';

/** The course that the manual for instructors writes. */
const COURSE = join(ROOT, 'e2e/fixtures/from-the-manual');

/** Takes the pictures of the instructors' manual, in both themes, into `folder` (absolute). */
export async function takeInstructorPictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { page, close } = await openWorkbench(1, COURSE);
  const take = (name: string) => takeBoth(page, (theme) => join(folder, `${name}-${theme}.webp`));
  try {
    await paste(page, await fileOf('basics/latest-reading/fastify/mutants/first-of-the-list/src/app.ts'));
    await page.getByText('1 of 2 hold').waitFor();
    await page.getByRole('button', { name: /^It is the newest one/ }).waitFor();
    await page.keyboard.press('Control+Home');
    await take('own-lesson');
    await goToLesson(page, 'Only what the sensor knows');
    await page.getByRole('tab', { name: /^Attack/ }).click();
    await page.getByRole('button', { name: 'Run the attack' }).click();
    await page.getByText('The attacker got through').waitFor();
    await take('own-attack');
  } finally {
    await close();
  }
}

const fileOf = (path: string): Promise<string> => readFile(join(COURSE, path), 'utf8');
