import type { Json } from '../../../contract/ids.ts';
import type { OpenApiDocument } from '../../../contract/sandbox.ts';

/** Deeper than any honest document; what lies below is left out. */
const DEPTH = 60;
/** Fields that a reader may follow or load. Their values stay only as http, https or mailto. */
const LINK_FIELDS = new Set([
  'url',
  'termsOfService',
  'authorizationUrl',
  'tokenUrl',
  'refreshUrl',
  'openIdConnectUrl',
  'deviceAuthorizationUrl',
  'externalValue',
]);
const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']);
const NO_BREAK_SPACE = '\u00a0';
/** Where values are data of the API, not of the document. */
const DATA_FIELDS = new Set(['example', 'examples', 'default', 'const', 'enum']);

/**
 * A copy that is safe to show: links lead to http, https or mailto; references stay inside the document; the viewer's own
 * extensions (`x-…`) and images in descriptions, which would be loaded from elsewhere, are gone; `SERVER` is the only server.
 */
export function scrubDocument(document: OpenApiDocument): OpenApiDocument {
  return { ...scrubObject(document, 0, false), servers: [SERVER] };
}

/** Always the same, though the port of the learner's API changes with each edit: the workbench knows where it runs. */
const SERVER = { url: 'http://127.0.0.1', description: 'Your API, wherever it runs now' };

function scrub(value: Json, depth: number, inData: boolean): Json | undefined {
  if (depth > DEPTH) return undefined;
  if (Array.isArray(value)) {
    return value.map((item) => scrub(item, depth + 1, inData)).filter((item) => item !== undefined);
  }
  return value !== null && typeof value === 'object' ? scrubObject(value, depth, inData) : value;
}

function scrubObject(object: Record<string, Json>, depth: number, inData: boolean): Record<string, Json> {
  const kept: [string, Json][] = [];
  for (const [key, value] of Object.entries(object)) {
    const clean = inData ? scrub(value, depth + 1, true) : scrubField(key, value, depth);
    if (clean !== undefined) kept.push([key, clean]);
  }
  return Object.fromEntries(kept);
}

function scrubField(key: string, value: Json, depth: number): Json | undefined {
  if (key.startsWith('x-') || key === 'servers') return undefined;
  if (METHODS.has(key)) value = withSummary(value);
  if (typeof value !== 'string') return scrub(value, depth + 1, DATA_FIELDS.has(key));
  if (key === '$ref') return value.startsWith('#') ? value : undefined;
  if (LINK_FIELDS.has(key)) return isLink(value) ? value : undefined;
  return key === 'description' ? scrubMarkdown(value) : value;
}

/** Without a summary the viewer would show the path twice. */
function withSummary(operation: Json): Json {
  const isOperation = operation !== null && typeof operation === 'object' && 'responses' in operation;
  return isOperation && !('summary' in operation) ? { ...operation, summary: NO_BREAK_SPACE } : operation;
}

function isLink(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol);
}

/** Markdown without what loads or runs: images become their text, links with another scheme lose their target. */
function scrubMarkdown(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\s*(\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/(\]\(\s*<?|\]:\s*<?)\s*(?:javascript|vbscript|data|file|blob)\s*:[^\s)>]*/gi, '$1#')
    .replace(
      /<\/?(?:img|picture|source|video|audio|iframe|frame|object|embed|link|style|svg|form|base|meta|script)\b[^>]*>?/gi,
      '',
    );
}
