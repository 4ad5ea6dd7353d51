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
    await this.page.keyboard.type(title);
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

  async showResult(name: 'Checks' | 'API docs' | 'Requests' | 'Contract'): Promise<void> {
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
}
