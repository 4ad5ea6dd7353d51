import type { BrowserContext, Frame } from 'playwright';

/** What documents did that they may not do. Code of a document calls `ran` with its number. */
export type Misdeeds = { scripts: Set<string>; foreign: Set<string>; navigations: Set<string> };

/**
 * Watches every page and frame of a context from now on: code that calls `ran`, requests to anything but loopback (they are
 * refused), and frames that go where they were not sent; `isOwn` says which addresses those are.
 */
export async function watchContext(context: BrowserContext, isOwn: (url: URL) => boolean): Promise<Misdeeds> {
  const misdeeds: Misdeeds = { scripts: new Set(), foreign: new Set(), navigations: new Set() };
  await context.exposeBinding('ran', (_source, number: unknown) => misdeeds.scripts.add(String(number)));
  await context.route(
    (url) => !isLocal(url),
    (route) => {
      const request = route.request();
      (request.isNavigationRequest() ? misdeeds.navigations : misdeeds.foreign).add(request.url());
      return route.abort();
    },
  );
  const onNavigated = (frame: Frame) => {
    const url = URL.parse(frame.url());
    // Chromium shows its own page where a request was refused; the request is on record.
    if (url && !isOwn(url) && url.protocol !== 'chrome-error:') misdeeds.navigations.add(`went to ${frame.url()}`);
  };
  context.on('page', (page) => page.on('framenavigated', onNavigated));
  return misdeeds;
}

function isLocal(url: URL): boolean {
  return ['data:', 'blob:', 'about:'].includes(url.protocol) || url.hostname === '127.0.0.1';
}

/**
 * Presses, points at and focuses every element that `selector` names; links of a person's own choice (https, mailto) are left
 * alone. Sent to the page as text.
 */
export function pressEverything(selector: string): void {
  for (const element of document.querySelectorAll(selector)) {
    if (element.closest('a[href^="https:" i], a[href^="mailto:" i]')) continue;
    for (const type of ['pointerenter', 'mouseover', 'mouseenter', 'focus', 'click'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
  }
}

/**
 * Addresses below `place` that would run something or lead anywhere but by http, https and mailto, and attributes that are
 * code. Sent as text.
 */
export function badLinks(place: string): string[] {
  const schemes = ['https:', 'mailto:', 'http:', 'lesson:'];
  const found: string[] = [];
  for (const element of document.querySelectorAll(`${place} *`)) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`${name}=${value}`);
      if (!['href', 'formaction', 'action', 'xlink:href'].includes(name)) continue;
      if (!schemes.includes(URL.parse(value, document.baseURI)?.protocol ?? 'none:')) found.push(value);
    }
  }
  return found;
}
