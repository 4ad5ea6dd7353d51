/** How the text of a file is read as data, by its ending; null when it has lines only. */
export function formatOf(file: string): 'json' | 'yaml' | null {
  if (file.endsWith('.json')) return 'json';
  return /\.ya?ml$/.test(file) ? 'yaml' : null;
}
