/** The absolute address of something that this page's server has; `path` is without a slash in front. */
export function addressOf(path: string): string {
  return new URL(path, window.location.href).href;
}

/**
 * Whether this page comes from the machine that the browser runs on. If not, addresses on 127.0.0.1 are of no use here:
 * they mean the machine of the workbench, and the browser would take them for its own.
 */
export function isOnThisMachine(): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(window.location.hostname);
}
