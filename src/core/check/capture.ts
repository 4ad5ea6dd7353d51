import type { Mismatch, ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import type { HttpRequestSpec } from '../../contract/http-step.ts';
import type { Json } from '../../contract/ids.ts';
import { isJsonObject } from '../json/json-type.ts';
import { generatedText } from './generated-body.ts';
import { headerOf, parseBody } from './response-body.ts';

/** Values for `{{name}}`: captured ones by their name, variables of the lab as "env.NAME". `{{day.21}}` needs none. */
export type Captured = Record<string, Json>;

/** What may stand between double braces. */
const NAME = String.raw`\{\{\s*([a-z][A-Za-z0-9]*|env\.[A-Z][A-Z0-9_]*|day\.-?\d{1,4})\s*\}\}`;
const ANYWHERE = new RegExp(NAME, 'g');
const ALONE = new RegExp(`^${NAME}$`);

/** The variables of a lab as values for templates: `{{env.JWT_SECRET}}`. */
export function labValues(env: Record<string, string>): Captured {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [`env.${name}`, value]));
}

/**
 * Takes values out of a response for later steps. `spec` maps a name to a source:
 * `status`, `header.location`, `body`, `body.data.id`, `body.data[0].id`, `body.data.length` (of a list).
 * A source that is not there is a mismatch.
 */
export function capture(
  spec: Record<string, string>,
  response: ReceivedResponse,
): { values: Captured; mismatches: Mismatch[] } {
  const values: Captured = {};
  const mismatches: Mismatch[] = [];
  for (const [name, source] of Object.entries(spec)) {
    const value = valueAt(source, response);
    if (value === undefined) {
      mismatches.push({ at: placeOf(source), expected: 'a value to use in the next request', actual: 'nothing' });
    } else values[name] = value;
  }
  return { values, mismatches };
}

/** Replaces each `{{name}}` by its value; a name without a value stays as it is. `encode` is applied to what goes in. */
export function fillTemplate(text: string, values: Captured, encode: (value: string) => string = (v) => v): string {
  return text.replace(ANYWHERE, (whole, name: string) => {
    const value = valueNamed(name, values);
    if (value === undefined) return whole;
    return encode(typeof value === 'string' ? value : JSON.stringify(value));
  });
}

/** Fills every string of a JSON value. A string that is one placeholder alone becomes the value itself, with its type. */
export function fillJson(json: Json, values: Captured): Json {
  if (typeof json === 'string') {
    const name = ALONE.exec(json)?.[1];
    const whole = name === undefined ? undefined : valueNamed(name, values);
    return whole === undefined ? fillTemplate(json, values) : whole;
  }
  if (Array.isArray(json)) return json.map((item) => fillJson(item, values));
  if (isJsonObject(json)) {
    // Entries, not assignments: an attack may send a key called __proto__.
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fillJson(value, values)]));
  }
  return json;
}

function valueNamed(name: string, values: Captured): Json | undefined {
  if (Object.hasOwn(values, name)) return values[name];
  return name.startsWith('day.') ? dayFromNow(Number(name.slice('day.'.length))) : undefined;
}

/** The day that many days from now, as YYYY-MM-DD in UTC. An API may live in another time zone: allow a day each way. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The request of a step as it is sent: templates filled, bodies with their content-type.
 * A captured absolute address (Location may be one, RFC 9110 section 10.2.2) is cut to its path: checks only ever
 * talk to the learner's own API and to what the lab sets beside it.
 */
export function fillRequest(spec: HttpRequestSpec, values: Captured): SentRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(spec.headers)) headers[name.toLowerCase()] = fillTemplate(value, values);
  const body = bodyOf(spec, values);
  if (body?.type) headers['content-type'] ??= body.type;
  return {
    method: spec.method,
    path: fillPath(spec.path, values),
    headers,
    ...(body && { body: body.text }),
  };
}

function bodyOf(spec: HttpRequestSpec, values: Captured): { text: string; type?: string } | undefined {
  if (spec.rawBody !== undefined) return { text: fillTemplate(spec.rawBody, values) };
  if (spec.form !== undefined) {
    const pairs = Object.entries(spec.form).map(([name, value]) => [name, fillTemplate(value, values)]);
    const text = pairs.map((pair) => pair.map((one) => encodeURIComponent(one)).join('=')).join('&');
    return { text, type: 'application/x-www-form-urlencoded' };
  }
  const json = spec.body === undefined ? undefined : JSON.stringify(fillJson(spec.body, values));
  const text = spec.generate ? generatedText(spec.generate, json) : json;
  return text === undefined ? undefined : { text, type: 'application/json' };
}

/** A value at the very beginning is an address and goes in as it is; later ones are one segment or query value each. */
function fillPath(path: string, values: Captured): string {
  const leading = /^\{\{[^}]*\}\}/.exec(path)?.[0] ?? '';
  const address = fillTemplate(leading, values).replace(/^https?:\/\/[^/?#]*/i, '');
  const filled = address + fillTemplate(path.slice(leading.length), values, encodeURIComponent);
  return filled.startsWith('/') ? filled.replace(/^\/{2,}/, '/') : `/${filled}`;
}

function valueAt(source: string, response: ReceivedResponse): Json | undefined {
  if (source === 'status') return response.status;
  if (source.startsWith('header.')) return headerOf(response, source.slice('header.'.length));
  if (source !== 'body' && !source.startsWith('body.') && !source.startsWith('body[')) return undefined;
  const { json, problem } = parseBody(response.body);
  // All of a body that is not JSON is its text.
  if (source === 'body' && problem === 'not JSON') return response.body;
  return source
    .slice('body'.length)
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<Json | undefined>((value, key) => childOf(value, key), json);
}

function childOf(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) {
    if (key === 'length') return value.length;
    return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  }
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function placeOf(source: string): string {
  return source.replace(/^header\./, 'header ');
}
