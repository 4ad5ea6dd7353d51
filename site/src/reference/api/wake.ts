import { configuration } from './configuration.ts';

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
    const find = finder(control);
    element.setAttribute('aria-busy', 'true');
    waking ??= wake(element, addresses).finally(() => {
      element.removeAttribute('aria-busy');
      element.removeEventListener('click', onClick, true);
    });
    void waking.then(() => find()?.click());
  };
  element.addEventListener('click', onClick, true);
}

/** Finds the control that stands where this one does: Scalar replaces some of its page while it wakes up. */
function finder(control: HTMLElement): () => HTMLElement | undefined {
  const around = control.closest<HTMLElement>('section[id], [data-sidebar-id]');
  if (!around) return () => control;
  const { sidebarId } = around.dataset;
  const selector = sidebarId ? `[data-sidebar-id="${CSS.escape(sidebarId)}"]` : `#${CSS.escape(around.id)}`;
  const controls = () => [...document.querySelectorAll<HTMLElement>(`${selector} :is(${CONTROLS})`)];
  const index = controls().indexOf(control);
  return () => controls()[index];
}

async function wake(element: HTMLElement, { script, document: address }: Addresses): Promise<void> {
  const [content] = await Promise.all([fetch(address).then((response) => response.json()), loaded(script)]);
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
