/** A code block of a manual page that names the file it shows: "```yaml title="checks.yaml"". `line` counts from 1. */
export type TitledFence = { language: string; title: string; text: string; line: number };

const OPENING = /^(\s*)(`{3,})(\w+)[^\n]*?\btitle="([^"]+)"[^\n]*$/;

/** The code blocks of a Markdown text that have a title. */
export function titledFences(markdown: string): TitledFence[] {
  const lines = markdown.split(/\r?\n/);
  const found: TitledFence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', ticks = '', language = '', title = ''] = OPENING.exec(lines[at] ?? '') ?? [];
    if (ticks === '') continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === ticks);
    const inside = lines.slice(at + 1, end < 0 ? lines.length : end);
    const text = inside.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
    found.push({ language, title, text: `${text}\n`, line: at + 1 });
    at = end < 0 ? lines.length : end;
  }
  return found;
}
