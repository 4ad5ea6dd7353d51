/** Collects items and hands them on at most once per `everyMs`; what is beyond `limit` in that time is only counted. */
export class Batch<T> {
  readonly #flush: (items: T[], dropped: number) => void;
  readonly #everyMs: number;
  readonly #limit: number;
  #items: T[] = [];
  #dropped = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(flush: (items: T[], dropped: number) => void, everyMs = 100, limit = 1_000) {
    this.#flush = flush;
    this.#everyMs = everyMs;
    this.#limit = limit;
  }

  add(items: readonly T[], dropped = 0): void {
    const newest = items.slice(-this.#limit);
    this.#items.push(...newest);
    const over = Math.max(0, this.#items.length - this.#limit);
    this.#items.splice(0, over);
    this.#dropped += dropped + over + items.length - newest.length;
    this.#timer ??= setTimeout(() => this.flush(), this.#everyMs);
  }

  /** Forgets what is there. */
  drop(): void {
    this.#items = [];
    this.#dropped = 0;
    this.flush();
  }

  /** Hands on what is there now. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#items.length === 0 && this.#dropped === 0) return;
    const [items, dropped] = [this.#items, this.#dropped];
    this.#items = [];
    this.#dropped = 0;
    this.#flush(items, dropped);
  }
}
