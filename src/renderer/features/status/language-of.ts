const NAMES: Record<string, string> = {
  ts: 'TypeScript',
  js: 'JavaScript',
  json: 'JSON',
  yaml: 'YAML',
  yml: 'YAML',
  md: 'Markdown',
  sql: 'SQL',
  py: 'Python',
  html: 'HTML',
};

/** The language of a file by the end of its name. */
export function languageOf(path: string): string {
  return NAMES[path.slice(path.lastIndexOf('.') + 1)] ?? 'Plain text';
}
