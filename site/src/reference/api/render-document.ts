import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { renderApiReferenceToString } from '@scalar/server-side-rendering';
import { configuration } from './configuration.ts';
import { mendHtml } from './mend-html.ts';
import { pruneCss } from './prune-css.ts';

const STYLE = fileURLToPath(import.meta.resolve('@scalar/api-reference/style.css'));

/** Scalar's page of an OpenAPI document as static HTML without a frame, and the part of its style sheet that it needs. */
export async function renderDocument(document: object): Promise<{ html: string; css: string }> {
  const html = mendHtml(await renderApiReferenceToString({ ...configuration, content: document }));
  return { html, css: pruneCss(await readFile(STYLE, 'utf8'), classesOf(html)) };
}

function classesOf(html: string): Set<string> {
  const found = new Set(['dark-mode', 'light-mode']);
  for (const [, value = ''] of html.matchAll(/ class="([^"]*)"/g)) {
    const plain = value
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    for (const name of plain.split(/\s+/)) found.add(name);
  }
  return found;
}
