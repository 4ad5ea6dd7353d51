/** A piece of an excerpt; `hit` when it is what was searched for. */
export type Piece = { text: string; hit: boolean };

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };

/**
 * An excerpt of the search index as pieces of plain text. The index gives HTML, in which a hit is a `<mark>` and every
 * other sign is escaped; so nothing of it has to be put into the page as HTML.
 */
export function pieces(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part.replace(/<\/?mark>/g, '').replace(/&(?:lt|gt|amp|quot|#39);/g, (sign) => ENTITIES[sign] ?? sign),
      hit: part.startsWith('<mark>'),
    }));
}
