/**
 * The second half of being signed in, beside the cookie. Browsers send a cookie to every port of its host, so a program
 * on another port can be sent it; the key stays with the page's own origin, and every call carries it in this header.
 */
export const KEY_HEADER = 'x-routewright-key';

/** Where the page finds the key when it was signed in: in the fragment of its address, which is sent to nobody. */
export const KEY_FRAGMENT = '#key=';
