import { dirname } from 'node:path';
import { type BuiltPage, pages } from './pages.ts';

/** Pages that one template made: those of one folder. */
const family = ({ file }: BuiltPage) => (file.endsWith('index.html') ? dirname(dirname(file)) : file);

/** One page for each template, the largest: what goes wrong on one of them goes wrong there first. */
export function templates(): BuiltPage[] {
  const largest = new Map<string, BuiltPage>();
  for (const page of pages()) {
    // The first page of a section is one of its own.
    const key = page.file.split('/').length <= 2 ? page.file : family(page);
    const before = largest.get(key);
    if (before === undefined || page.html.length > before.html.length) largest.set(key, page);
  }
  return [...largest.values()];
}
