import { resolve, sep } from 'node:path';

/** Whether a page or frame may go there: the server's own origin only. */
export function mayNavigate(url: string, origin: string): boolean {
  return originOf(url) === origin;
}

/** Whether a frame inside the page may show it: the server's own origin, or a document that the page wrote itself. */
export function mayShowInFrame(url: string, origin: string): boolean {
  return mayNavigate(url, origin) || url === 'about:blank' || url === 'about:srcdoc';
}

/** Whether a link may be offered to the system's browser, after a question. */
export function mayOpenOutside(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** The only permission that a page gets: to put text on the clipboard after a click. */
export function mayUse(permission: string, requestingUrl: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && mayNavigate(requestingUrl, origin);
}

/** Who sends a message: `parent` is null for a main frame. */
export type Sender = { url: string; parent: unknown } | null;

/** Whether a message comes from the main frame of the server's own page; a frame that is gone is refused. */
export function isOwnPage(sender: Sender, origin: string): boolean {
  return sender !== null && sender.parent === null && mayNavigate(sender.url, origin);
}

/** The folder to show, if it is one of this home's workspaces; null otherwise. */
export function workspaceFolder(folder: unknown, home: string): string | null {
  if (typeof folder !== 'string' || folder.includes('\0')) return null;
  const workspaces = resolve(home, 'workspaces') + sep;
  const asked = resolve(folder);
  return asked.startsWith(workspaces) ? asked : null;
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
