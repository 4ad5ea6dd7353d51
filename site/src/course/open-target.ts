/** A link to something folded, or in a tab that is not shown, opens what hides it. */

function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // No id is written with a broken escape.
    return null;
  }
}

/** Opens what `element` is and stands in. Returns whether anything was closed. */
function reveal(element: HTMLElement): boolean {
  let opened = false;
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement && !at.open) {
      at.open = true;
      opened = true;
    }
    if (at.role === 'tabpanel' && at.hidden) {
      document.getElementById(at.getAttribute('aria-labelledby') ?? '')?.click();
      opened = true;
    }
  }
  return opened;
}

function arrive(): void {
  const target = targetOf(location.hash);
  if (target && reveal(target)) target.scrollIntoView();
}

addEventListener('hashchange', arrive);
// A link to where one is already changes no address. What it leads to is open before the browser goes there.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]:not([role])') : null;
  const aim = link && targetOf(link.hash);
  if (aim) reveal(aim);
});
arrive();
