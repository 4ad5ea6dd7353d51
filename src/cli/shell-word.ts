/** A path as it is typed in a terminal: in quotes when it holds something that a shell would take apart. */
export function shellWord(path: string): string {
  return /^[\w./\\:@+-]+$/.test(path) ? path : `"${path}"`;
}
