import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The workbench as a person uses it: by what it shows and by mouse and keys. */
export class WorkbenchPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the address and waits until the editor takes keys. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await expect(this.code.locator('.view-line').first()).toBeVisible({ timeout: 30_000 });
  }

  /** What takes the keys. It has no size of its own, so look at `code` for what is visible. */
  get editor(): Locator {
    return this.page.getByRole('textbox', { name: /^Code of/ });
  }

  /** The lines of the code that the editor shows, as text. */
  get code(): Locator {
    return this.page.getByRole('region', { name: 'Editor' }).locator('.view-lines').first();
  }

  /** A heading names what the lesson is. */
  async expectLesson(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** Opens a lesson by the command palette. */
  async goToLesson(title: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.insertText(title);
    await this.page.keyboard.press('Enter');
    await this.expectLesson(title);
  }

  /** Puts the caret behind the last line that holds `text`. */
  async clickBehind(text: string): Promise<void> {
    await this.code.locator('.view-line', { hasText: text }).last().click();
    await this.page.keyboard.press('End');
  }

  /** Replaces the whole text of the file in front by pasting. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.editor.focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Control+v');
  }

  /** Brings a file of the workspace to the front. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.insertText(`Open ${path}`);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('textbox', { name: `Code of ${path}.` })).toBeAttached();
  }

  /** What is said when all required checks have held. */
  get complete(): Locator {
    return this.page.getByText('Lesson complete', { exact: true }).first();
  }

  /** Takes every file of a solution that has several, by the window that shows it beside the learner's files. */
  async takeSolution(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.insertText('Show the solution');
    await this.page.keyboard.press('Enter');
    const dialog = this.page.getByRole('dialog', { name: 'The solution beside your files' });
    await dialog.getByRole('button', { name: 'Take every file' }).click();
    await expect(dialog.getByRole('button', { name: 'Take every file' })).toBeHidden();
    await dialog.getByRole('button', { name: 'Back to my code' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Answers a question of the lesson's quiz. */
  async answer(question: string | RegExp, answer: string | RegExp): Promise<void> {
    const radio = this.page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer });
    // The text above it may still move: a task that is done folds.
    await expect(async () => {
      await radio.click({ force: true });
      await expect(radio).toBeChecked({ timeout: 1_000 });
    }).toPass();
  }

  /** The card of one attack in the Attack tab, by what it claims. */
  attack(message: string | RegExp): Locator {
    return this.results
      .getByRole('listitem')
      .filter({ hasText: message })
      .filter({ has: this.page.getByRole('heading') });
  }

  async showResult(
    name: 'Checks' | 'Attack' | 'Compare' | 'Tests' | 'API docs' | 'Requests' | 'Contract',
  ): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  get results(): Locator {
    return this.page.getByRole('complementary', { name: 'Results' });
  }

  get docs(): FrameLocator {
    return this.results.frameLocator('iframe');
  }

  get state(): Locator {
    return this.page.getByRole('status', { name: 'State of your API' });
  }

  /** A check by its title. */
  verdict(title: string): Locator {
    return this.results.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: title }) });
  }

  /** What is said above the editor while the newest code does not run. */
  get banner(): Locator {
    return this.page.getByRole('main', { name: 'Code' }).locator('> [role=alert]');
  }

  async showConsole(name: 'Traffic' | 'Console' | 'Problems'): Promise<void> {
    await this.console.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  get console(): Locator {
    return this.page.getByRole('region', { name: 'Console' });
  }

  get problems(): Locator {
    return this.console.getByRole('tabpanel', { name: /^Problems/ });
  }

  /** The address of the learner's API as the status bar shows it. */
  async liveUrl(): Promise<string> {
    return ((await this.page.getByRole('button', { name: /^Copy the address/ }).textContent()) ?? '').trim();
  }

  /** The number of the line above a note in the editor: the line that the note is about. Null while there is no such note. */
  async lineOfNote(text: RegExp): Promise<number | null> {
    const editor = this.page.getByRole('region', { name: 'Editor' });
    const note = await editor
      .locator('.view-zones')
      .getByText(text)
      .first()
      .boundingBox({ timeout: 1_000 })
      .catch(() => null);
    if (!note) return null;
    let line: number | null = null;
    for (const number of await editor.locator('.line-numbers').all()) {
      const place = await number.boundingBox();
      if (place && place.y + place.height / 2 < note.y) line = Math.max(line ?? 0, Number(await number.textContent()));
    }
    return line;
  }
}
