import { ID_PREFIX } from './configuration.ts';

/**
 * Scalar's page with what assistive technology and search engines miss in it: the lists of operations lead to their
 * operations, buttons that show only a picture have a name, and what is hidden takes no focus. Only attributes are added,
 * so that Scalar still finds its own page when it wakes up.
 */
export function mendHtml(html: string): string {
  return namedButtons(linkedOperations(wholeAddresses(html))).replace(
    /<button(?=[^>]* aria-hidden="true")(?![^>]* tabindex=)/g,
    '<button tabindex="-1"',
  );
}

/** Addresses within the page, with what stands in front of the ids. */
function wholeAddresses(html: string): string {
  const ids = new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id = '']) => id));
  return html.replace(/ href="#([^"]+)"/g, (whole, address: string) => {
    const id = `${ID_PREFIX}${decodeURI(address)}`;
    return ids.has(id) ? ` href="#${encodeURI(id)}"` : whole;
  });
}

/** Both stand in the order of the document. */
function linkedOperations(html: string): string {
  const ids = Array.from(html.matchAll(/<section class="section" id="([^"]+\/[A-Z]+\/[^"]*)"/g), ([, id = '']) => id);
  const entry = /<a class="endpoint"/g;
  if (html.match(entry)?.length !== ids.length) return html;
  return html.replace(entry, () => `<a href="#${encodeURI(ids.shift() ?? '')}" class="endpoint"`);
}

function namedButtons(html: string): string {
  return html.replace(/<button(?=[^>]*group\/copy-button)(?![^>]* aria-label=)/g, '<button aria-label="Copy"');
}
