import { KEY_FRAGMENT } from '../../contract/sign-in.ts';

/**
 * Storage of this origin, port included: unlike a cookie it is nobody else's. Workbenches that share an origin, each below
 * a path of its own, have an entry each.
 */
const kept = () => `routewright-key${window.location.pathname.replace(/\/$/, '')}`;

/**
 * What each call shows beside the cookie. The first page after signing in has it in its address: it is kept from there,
 * for windows that are opened later, and the address is made clean. Empty when this browser was never given one.
 */
export function callKey(): string {
  const { hash, pathname, search } = window.location;
  if (hash.startsWith(KEY_FRAGMENT)) {
    window.localStorage.setItem(kept(), hash.slice(KEY_FRAGMENT.length));
    window.history.replaceState(window.history.state, '', pathname + search);
  }
  return window.localStorage.getItem(kept()) ?? '';
}
