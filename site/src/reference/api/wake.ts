import { configuration, ID_PREFIX } from './configuration.ts';

type Scalar = { createApiReference(element: Element, configuration: object): unknown };

declare global {
  interface Window {
    Scalar?: Scalar;
  }
}

/** Where the page finds what it needs to wake up. */
export type Addresses = { script: string; document: string };

const CONTROLS = 'button, [role="button"], input, summary';

/**
 * Scalar takes its static page over at the first use of a control in it, and the use is repeated then. Links and text
 * need no script, and until then none is loaded.
 */
export function wakeAtFirstUse(element: HTMLElement, addresses: Addresses): void {
  let waking: Promise<void> | null = null;
  const onClick = (event: MouseEvent): void => {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROLS) : null;
    if (!control) return;
    event.preventDefault();
    event.stopPropagation();
    if (waking) return;
    const use = laterUse(control);
    element.setAttribute('aria-busy', 'true');
    waking = wake(element, addresses).finally(() => {
      element.dataset.awake = '';
      element.removeAttribute('aria-busy');
      element.removeEventListener('click', onClick, true);
    });
    void waking.then(() => use(element));
  };
  element.addEventListener('click', onClick, true);
}

/**
 * Repeats the use of a control, in the same place on the screen. While Scalar wakes up it replaces parts of its page, and
 * shows first those that the address names.
 */
function laterUse(control: HTMLElement): (element: HTMLElement) => Promise<void> {
  const around = control.closest<HTMLElement>('section[id], [data-sidebar-id]');
  if (!around) return async () => control.click();
  const { sidebarId } = around.dataset;
  if (!sidebarId) history.replaceState(history.state, '', `#${encodeURI(around.id.replace(ID_PREFIX, ''))}`);
  const selector = sidebarId ? `[data-sidebar-id="${CSS.escape(sidebarId)}"]` : `#${CSS.escape(around.id)}`;
  const named = control.textContent;
  const controls = () =>
    [...document.querySelectorAll<HTMLElement>(`${selector} :is(${CONTROLS})`)].filter(
      (one) => one.textContent === named,
    );
  const index = controls().indexOf(control);
  const { top } = control.getBoundingClientRect();
  return async (element) => {
    const now = await appearing(element, () => controls()[index]);
    if (!sidebarId) window.scrollBy({ top: now.getBoundingClientRect().top - top, behavior: 'instant' });
    now.focus({ preventScroll: true });
    now.click();
    // Scalar still goes to the beginning of what the address names.
    const soon = AbortSignal.timeout(4_000);
    document.addEventListener('scrollend', () => now.scrollIntoView({ block: 'nearest' }), {
      once: true,
      signal: soon,
    });
  };
}

/** What `find` finds, once it is below `element`. */
function appearing(element: HTMLElement, find: () => HTMLElement | undefined): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = () => {
      const found = find();
      if (!found) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true, subtree: true });
    look();
  });
}

/** Goes to what an address of the awake page names, such as one that was copied there. */
export function goToAddress(): void {
  const id = ID_PREFIX + decodeURI(location.hash.slice(1));
  document.getElementById(id)?.scrollIntoView();
}

async function wake(element: HTMLElement, { script, document: address }: Addresses): Promise<void> {
  const [content] = await Promise.all([fetch(address).then((response) => response.json()), loaded(script)]);
  // As it is written while Scalar is awake.
  if (location.hash.startsWith(`#${ID_PREFIX}`))
    history.replaceState(history.state, '', location.hash.replace(ID_PREFIX, ''));
  const dark = document.documentElement.dataset.theme === 'dark';
  window.Scalar?.createApiReference(element, { ...configuration, content, darkMode: dark });
  // Its first picture is not yet its last one.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function loaded(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = script;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${script} cannot be loaded.`));
    document.head.append(element);
  });
}
