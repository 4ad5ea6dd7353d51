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
