/**
 * The anchor of a field on the page of its file. `path` holds the keys that lead to it from the root of the file: a list
 * adds nothing, an entry of a map adds `name`, and one of several kinds adds that kind:
 * `fieldAnchor(['checks', 'http', 'steps', 'request', 'rawBody'])` is `checks-http-steps-request-raw-body`.
 */
export function fieldAnchor(path: readonly string[]): string {
  return path.map((part) => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).join('-');
}

/** The address of a field below the base path of the site; `file` is the id of a kind of course file. */
export function fieldPlace(file: string, path: readonly string[]): string {
  return `instructors/files/${file}/#${fieldAnchor(path)}`;
}
