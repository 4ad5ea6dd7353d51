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
    if (isState(event)) this.#waiting = this.#waiting.filter((other) => other.type !== event.type);
    if (!this.#merge(event)) this.#waiting.push(event);
    if (this.#waiting.length > MOST_WAITING) this.renew();
    if (this.#waiting.length > MOST_WAITING) this.#waiting = this.#waiting.slice(0, 1);
    this.#wake?.();
  }

  /** Gives the reader a snapshot in place of everything that waits and is in it. */
  renew(): void {
    if (this.#ended) return;
    const others = this.#waiting.filter(
      (event) => !isState(event) && event.type !== 'file' && event.type !== 'snapshot',
    );
    this.#waiting = [{ type: 'snapshot', snapshot: this.#snapshot() }, ...others];
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

  /** Adds lines or entries to those that wait already. */
  #merge(event: SessionEvent): boolean {
    const at = this.#waiting.findIndex((other) => other.type === event.type);
    const waiting = this.#waiting[at];
    if (waiting?.type === 'log' && event.type === 'log') {
      const { kept, lost } = newest([...waiting.lines, ...event.lines]);
      this.#waiting[at] = { ...event, lines: kept, dropped: waiting.dropped + event.dropped + lost };
      return true;
    }
    if (waiting?.type === 'traffic' && event.type === 'traffic') {
      const { kept, lost } = newest([...waiting.entries, ...event.entries]);
      this.#waiting[at] = { ...event, entries: kept, dropped: waiting.dropped + event.dropped + lost };
      return true;
    }
    return false;
  }
}

/** A newer event of these types says all that an older one said. */
function isState(event: SentEvent): boolean {
  return event.type === 'live' || event.type === 'checks' || event.type === 'documents';
}

function newest<T>(items: T[]): { kept: T[]; lost: number } {
  const lost = Math.max(0, items.length - MOST_LINES);
  return { kept: items.slice(lost), lost };
}
