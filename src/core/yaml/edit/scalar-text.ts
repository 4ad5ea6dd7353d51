import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YamlScalar } from './yaml-edit.ts';

type Style = { flow: boolean; quotes?: 'single' | 'double' | undefined };

/** A value on one line as YAML writes it: plain where that reads as the same value, else in quotes. */
export function scalarText(value: YamlScalar, { flow, quotes }: Style): string {
  if (typeof value !== 'string') return String(value);
  if (quotes === 'single' && /^[^\n\r\t]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  if (quotes === 'double' || !isPlain(value, flow)) return JSON.stringify(value);
  return value;
}

/** Whether a text without quotes reads as itself. */
function isPlain(value: string, flow: boolean): boolean {
  if (value === '' || value !== value.trim() || /[\p{Cc}\u2028\u2029\uFEFF]/u.test(value)) return false;
  // A number or a word such as "no" would be another value, or is one in other versions of YAML.
  if (/^(?:null|true|false|yes|no|on|off|y|n|~)$/i.test(value)) return false;
  const read = parseDocument(flow ? `[${value}]` : `k: ${value}`, { logLevel: 'silent' });
  if (read.errors.length > 0 || read.warnings.length > 0) return false;
  const { contents } = read;
  if (isSeq(contents))
    return contents.items.length === 1 && isScalar(contents.items[0]) && contents.items[0].value === value;
  return isMap(contents) && contents.items.length === 1 && (contents.get('k') as unknown) === value;
}
