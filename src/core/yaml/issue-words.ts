import type { z } from 'zod';
import { showJson } from '../json/show-json.ts';

type Issue = z.core.$ZodIssue;

/** What an issue about a value's size or form expected, as it stands after "expected". */
export function expectationOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return `at least ${amount(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin)}`;
    case 'invalid_format':
      if (issue.format === 'starts_with' && 'prefix' in issue) return `a text that begins with "${issue.prefix}"`;
      return issue.message.startsWith('Invalid')
        ? `a text of the form ${String(issue.pattern ?? issue.format)}`
        : issue.message;
    default:
      return issue.message;
  }
}

function amount(count: number | bigint, origin: string): string {
  const unit: Record<string, string> = { string: 'character', array: 'item', record: 'key' };
  const word = unit[origin];
  return word ? `${count} ${word}${Number(count) === 1 ? '' : 's'}` : String(count);
}

/** A type of JSON in words: "a list", "an object", "a string". */
export function typeInWords(type: string): string {
  if (type === 'int') return 'a whole number';
  if (type === 'record') return 'an object';
  if (type === 'array') return 'a list';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** A value in one short line; lists and objects by their kind. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return showJson(value as string | number | boolean | null, 80);
}
