/** The cookies of one server, kept as a browser would for the length of one sign-in. Paths count, lifetimes do not. */
export class CookieJar {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  /** Keeps what an answer sets; an empty or expired cookie is taken away. */
  keep(headers: readonly string[]): void {
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      const found = new Map(
        attributes.map((one) => [one.split('=', 1)[0]?.toLowerCase(), one.replace(/^[^=]*=?/, '')]),
      );
      const path = found.get('path') || '/';
      const isGone = value === '' || Date.parse(found.get('expires') ?? '') < Date.now();
      if (isGone) this.#cookies.delete(`${name} ${path}`);
      else this.#cookies.set(`${name} ${path}`, { value, path });
    }
  }

  /** The Cookie header for a path; undefined when there is none. */
  headerFor(path: string): string | undefined {
    const found = [...this.#cookies].filter(([, cookie]) => isBelow(path, cookie.path));
    return found.length === 0
      ? undefined
      : found.map(([key, { value }]) => `${key.slice(0, key.indexOf(' '))}=${value}`).join('; ');
  }
}

/** RFC 6265, section 5.1.4. */
function isBelow(path: string, base: string): boolean {
  return path === base || path.startsWith(base.endsWith('/') ? base : `${base}/`);
}
