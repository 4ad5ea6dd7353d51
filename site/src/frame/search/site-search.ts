import { foundEntry } from './found-list.ts';
import { loadSearch, type Pagefind } from './pagefind.ts';

/** So many pages are shown; whoever does not find it among them asks again with other words. */
const PAGES = 8;

/** The search: a button, or Ctrl K, or a slash, opens a dialog; arrow keys walk through what was found. */
class SiteSearch extends HTMLElement {
  #search: Promise<Pagefind> | null = null;
  #asked = 0;

  connectedCallback(): void {
    const open = this.querySelector('button');
    if (open) open.disabled = false;
    const key = open?.querySelector('kbd');
    if (key && /Mac|iP(?:hone|ad|od)/.test(navigator.userAgent)) key.textContent = '⌘ K';
    open?.addEventListener('click', () => this.#open());
    document.addEventListener('keydown', (event) => this.#shortcut(event));
    this.#dialog.addEventListener('keydown', (event) => this.#walk(event));
    this.#dialog.addEventListener('click', (event) => {
      const at = event.target;
      if (at === this.#dialog || (at instanceof Element && at.closest('a'))) this.#dialog.close();
    });
    this.#input.addEventListener('input', () => void this.#find());
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>('.found a')?.click();
    });
  }

  get #dialog(): HTMLDialogElement {
    return this.#part('dialog', HTMLDialogElement);
  }

  get #input(): HTMLInputElement {
    return this.#part('input', HTMLInputElement);
  }

  get #found(): HTMLUListElement {
    return this.#part('.found', HTMLUListElement);
  }

  #part<Part extends Element>(selector: string, type: new () => Part): Part {
    const part = this.querySelector(selector);
    if (!(part instanceof type)) throw new Error(`The search has no ${selector}.`);
    return part;
  }

  #open(): void {
    this.#dialog.showModal();
    this.#input.select();
    this.#search ??= loadSearch(this.dataset.base ?? '/');
  }

  #shortcut(event: KeyboardEvent): void {
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    const asked = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing);
    if (!asked || event.altKey) return;
    event.preventDefault();
    if (this.#dialog.open) this.#dialog.close();
    else this.#open();
  }

  /** Up and down go from the words to the first place that was found and on, and back. */
  #walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const stops: HTMLElement[] = [this.#input, ...this.querySelectorAll<HTMLElement>('.found a')];
    const now = stops.findIndex((stop) => stop.matches(':focus'));
    stops[Math.min(Math.max(now + step, 0), stops.length - 1)]?.focus();
  }

  async #find(): Promise<void> {
    const term = askedFor(this.#input.value);
    this.#asked += 1;
    const asked = this.#asked;
    if (term === '') return this.#show('', []);
    try {
      this.#search ??= loadSearch(this.dataset.base ?? '/');
      const answer = await (await this.#search).debouncedSearch(term);
      if (answer === null || asked !== this.#asked) return;
      const pages = await Promise.all(answer.results.slice(0, PAGES).map((result) => result.data()));
      if (asked !== this.#asked) return;
      const base = this.dataset.base ?? '/';
      this.#show(
        told(term, answer.results.length),
        pages.map((page) => foundEntry(page, base)),
      );
    } catch {
      this.#search = null;
      this.#show('The search could not be loaded. It is there in the built site only; reload to try again.', []);
    }
  }

  #show(status: string, entries: HTMLLIElement[]): void {
    this.#part('[role="status"]', HTMLElement).textContent = status;
    this.#found.replaceChildren(...entries);
  }
}

/** The words of a search. The index has no signs before words: `$sorted` is looked for as `sorted`. */
const askedFor = (typed: string): string => typed.trim().replaceAll(/(?<=^|\s)\$+(?=\w)/g, '');

function told(term: string, count: number): string {
  if (count === 0) return `No page says “${term}”.`;
  const more = count > PAGES ? `, the best ${PAGES} first` : '';
  return count === 1 ? 'One page' : `${count} pages${more}`;
}

customElements.define('site-search', SiteSearch);
