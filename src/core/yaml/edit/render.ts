import type { Json } from '../../../contract/ids.ts';
import { scalarText } from './scalar-text.ts';

/** A value on one line: `{ name: id, type: integer }`, `[200, 404]`, or a scalar. */
export function renderFlow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(renderFlow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(
      ([key, inner]) => `${scalarText(key, { flow: true })}: ${renderFlow(inner)}`,
    );
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return value === null ? 'null' : scalarText(value, { flow: true });
}

/** What stands behind `key:`, on the same line or on lines of their own below a key in column `indent`. */
export function renderBehindKey(value: Json, indent: number, lineBreak: string): string {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'number')) return ` ${renderFlow(value)}`;
    return value
      .map((item) => `${lineBreak}${' '.repeat(indent + 2)}${renderItem(item, indent + 2, lineBreak)}`)
      .join('');
  }
  if (typeof value === 'object' && value !== null) {
    if (Object.keys(value).length === 0) return ' {}';
    return `${lineBreak}${' '.repeat(indent + 2)}${renderPairs(value, indent + 2, lineBreak)}`;
  }
  return ` ${value === null ? 'null' : scalarText(value, { flow: false })}`;
}

/** One item of a list whose dash stands in column `indent`, without the spaces before the dash. */
export function renderItem(value: Json, indent: number, lineBreak: string): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) {
    return `- ${renderPairs(value, indent + 2, lineBreak)}`;
  }
  return `- ${Array.isArray(value) ? renderFlow(value) : renderBehindKey(value, indent, lineBreak).trimStart()}`;
}

function renderPairs(value: { [key: string]: Json }, indent: number, lineBreak: string): string {
  return Object.entries(value)
    .map(([key, inner]) => `${scalarText(key, { flow: false })}:${renderBehindKey(inner, indent, lineBreak)}`)
    .join(`${lineBreak}${' '.repeat(indent)}`);
}
