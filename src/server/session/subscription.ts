import type { SessionEvent, SessionSnapshot } from '../../contract/session.ts';

export type SentEvent = { type: 'snapshot'; snapshot: SessionSnapshot } | SessionEvent;

/** Events that wait for a reader; beyond it the reader gets a snapshot instead. */
const MOST_WAITING = 100;
/** Lines or entries of one waiting event. */
const MOST_LINES = 2_000;

/**
 * One reader of a session's events. A slow reader costs bounded memory: a newer state replaces the waiting one of its
 * kind, logs and traffic are merged, and one that is too far behind gets a snapshot.
 */
export class Subscription {
  readonly #snapshot: () => SessionSnapshot;
  #waiting: SentEvent[] = [];
  #wake: (() => void) | null = null;
  #ended = false;

  constructor(snapshot: () => SessionSnapshot) {
    this.#snapshot = snapshot;
  }

  push(event: SessionEvent): void {
    if (this.#ended) return;
    if (event.type === 'live' || event.type === 'checks' || event.type === 'documents') {
      this.#waiting = this.#waiting.filter((other) => other.type !== event.type);
    }
    if (!this.#merge(event)) this.#waiting.push(event);
    if (this.#waiting.length > MOST_WAITING) this.renew();
    this.#wake?.();
  }

  /** Gives the reader a snapshot in place of everything that waits. */
  renew(): void {
    if (this.#ended) return;
    this.#waiting = [{ type: 'snapshot', snapshot: this.#snapshot() }];
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** A snapshot, then every event, until `end` is called or `signal` aborts. */
  async *read(signal: AbortSignal | undefined): AsyncGenerator<SentEvent, void, void> {
    const onAbort = () => this.end();
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) this.end();
    this.#waiting = [];
    try {
      if (!this.#ended) yield { type: 'snapshot', snapshot: this.#snapshot() };
      while (!this.#ended) {
        const next = this.#waiting.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      this.#ended = true;
      signal?.removeEventListener('abort', onAbort);
    }
  }

  #merge(event: SessionEvent): boolean {
    const last = this.#waiting.at(-1);
    if (last?.type === 'log' && event.type === 'log') {
      const { kept, lost } = newest([...last.lines, ...event.lines]);
      const dropped = last.dropped + event.dropped + lost;
      this.#waiting[this.#waiting.length - 1] = { ...event, lines: kept, dropped };
      return true;
    }
    if (last?.type === 'traffic' && event.type === 'traffic') {
      const { kept, lost } = newest([...last.entries, ...event.entries]);
      const dropped = last.dropped + event.dropped + lost;
      this.#waiting[this.#waiting.length - 1] = { ...event, entries: kept, dropped };
      return true;
    }
    return false;
  }
}

function newest<T>(items: T[]): { kept: T[]; lost: number } {
  const lost = Math.max(0, items.length - MOST_LINES);
  return { kept: items.slice(lost), lost };
}
