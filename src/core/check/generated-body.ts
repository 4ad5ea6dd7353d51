import type { SentRequest } from '../../contract/evidence.ts';
import type { HttpRequestSpec } from '../../contract/http-step.ts';

/** Stands in a `body` for what is generated. */
const PLACE = '"{{generated}}"';
/** Characters that are shown of a generated body. */
const SHOWN_CHARS = 200;

/**
 * The JSON text that `generate` asks for: one text of `bytes`, or lists in lists, `depth` deep. It takes the place of
 * `{{generated}}` in `body` (JSON as text); without a body a text stands in an object as `text`, and lists stand alone.
 */
export function generatedText(generate: NonNullable<HttpRequestSpec['generate']>, body: string | undefined): string {
  if ('bytes' in generate) {
    const text = JSON.stringify('a'.repeat(generate.bytes));
    return body === undefined ? `{"text":${text}}` : body.replace(PLACE, () => text);
  }
  const lists = '['.repeat(generate.depth) + ']'.repeat(generate.depth);
  return body === undefined ? lists : body.replace(PLACE, () => lists);
}

/** A request for people: a generated body is cut to its first characters and its size. */
export function shownRequest(spec: HttpRequestSpec, request: SentRequest): SentRequest {
  if (!spec.generate || request.body === undefined || request.body.length <= 2 * SHOWN_CHARS) return request;
  const size = request.body.length.toLocaleString('en-US');
  return { ...request, body: `${request.body.slice(0, SHOWN_CHARS)}… (${size} bytes in all)` };
}
