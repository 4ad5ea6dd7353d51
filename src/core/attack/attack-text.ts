import { type Captured, fillTemplate } from '../check/capture.ts';
import { cut } from '../wording/cut.ts';

/** Characters of one thing that was stolen, and of the whole text. */
const MOST = { value: 200, text: 1_000 };

/**
 * What an attack says of itself, with what was found in it. What was not found is called "(not found)": the sentence
 * stays one. A list or an object is shown as JSON.
 */
export function attackText(template: string, values: Captured): string {
  const short = Object.entries(values).map(([name, value]) => [
    name,
    cut(typeof value === 'string' ? value : JSON.stringify(value), MOST.value),
  ]);
  const filled = fillTemplate(template, Object.fromEntries(short));
  return cut(filled.replace(/\{\{[^{}]*\}\}/g, '(not found)'), MOST.text);
}

/**
 * What an attack says of itself before it has run: `{{firstTitle}}` is shown as "[first title]". The name of loot is
 * what a reader sees, so it says what it is.
 */
export function attackOnPaper(template: string): string {
  return template.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => `[${nameInWords(name)}]`);
}

function nameInWords(name: string): string {
  const apart = name
    .trim()
    .replace(/^env\./, '')
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2');
  return apart.replace(/[._]+/g, ' ').toLowerCase();
}
