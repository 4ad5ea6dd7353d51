import type { Mismatch, ReceivedResponse } from '../../contract/evidence.ts';
import type { HeaderExpectation, HttpExpectation } from '../../contract/http-step.ts';
import type { Json } from '../../contract/ids.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { isJsonObject } from '../json/json-type.ts';
import { showJson } from '../json/show-json.ts';
import { cut } from '../wording/cut.ts';
import { orList } from '../wording/list.ts';
import { matchesGlob } from './glob.ts';
import { matchJson } from './match.ts';
import { judgeAgainstOpenApi } from './openapi-response.ts';
import { headerOf, parseBody } from './response-body.ts';
import { judgeSchema } from './schema.ts';

export type ExchangeContext = {
  /** The document of the running API; null while there is none. */
  openapi: OpenApiDocument | null;
  method: string;
  /** As it was sent: concrete, with its query. */
  path: string;
};

/** What of `expect` does not hold for a response. The order is that in which a person would look: status first. */
export function judgeExchange(
  expect: HttpExpectation,
  response: ReceivedResponse,
  context: ExchangeContext,
): Mismatch[] {
  return [
    ...judgeStatus(expect.status, response.status),
    ...Object.entries(expect.headers ?? {}).flatMap(([name, wanted]) =>
      judgeHeader(name.toLowerCase(), wanted, headerOf(response, name)),
    ),
    ...judgeBody(expect, response),
    ...(expect.openapi === true ? judgeAgainstOpenApi(response, context) : []),
    ...judgeTime(expect.within, response.ms),
  ];
}

function judgeStatus(expected: HttpExpectation['status'], actual: number): Mismatch[] {
  if (expected === undefined) return [];
  const statuses = Array.isArray(expected) ? expected : [expected];
  return statuses.includes(actual) ? [] : [{ at: 'status', expected: orList(statuses), actual: String(actual) }];
}

/** Headers whose value is a list of field names, which have no case (RFC 9110, section 5.1). */
const NAME_LISTS: ReadonlySet<string> = new Set([
  'access-control-allow-headers',
  'access-control-expose-headers',
  'vary',
]);

/** `name` is in small letters. */
function judgeHeader(name: string, expected: HeaderExpectation, actual: string | undefined): Mismatch[] {
  const at = `header ${name}`;
  const differs = (wanted: string): Mismatch[] => [
    { at, expected: wanted, actual: actual === undefined ? 'nothing' : cut(actual, 200) },
  ];
  const cased = (text: string): string => (NAME_LISTS.has(name) ? text.toLowerCase() : text);
  const found = actual === undefined ? undefined : cased(actual);
  if (typeof expected === 'string') return found === cased(expected) ? [] : differs(expected);
  if ('present' in expected) {
    if (expected.present) return actual === undefined ? differs('a value') : [];
    return actual === undefined ? [] : differs('nothing');
  }
  if ('glob' in expected) {
    return found !== undefined && matchesGlob(cased(expected.glob), found) ? [] : differs(`like ${expected.glob}`);
  }
  return found?.includes(cased(expected.includes)) ? [] : differs(`with ${showJson(expected.includes)} in it`);
}

function judgeBody(expect: HttpExpectation, response: ReceivedResponse): Mismatch[] {
  if (expect.body === undefined && expect.schema === undefined) return [];
  if (response.truncated) return [{ at: 'body', expected: 'a shorter answer', actual: 'too long to be read whole' }];
  const { json, problem } = parseBody(response.body);
  if (problem !== null) {
    if (expect.schema === undefined && isAboutText(expect.body)) return matchJson(expect.body, response.body, 'body');
    return [
      {
        at: 'body',
        expected: 'JSON',
        actual: problem === 'not JSON' ? notJson(response.body) : `JSON that is ${problem}`,
      },
    ];
  }
  return [
    ...(expect.body === undefined ? [] : matchJson(expect.body, json, 'body')),
    ...(expect.schema === undefined ? [] : judgeSchema(expect.schema, json, 'body')),
  ];
}

/** A text, or nothing but matchers: that can be said of a page, too. */
function isAboutText(expected: Json | undefined): expected is Json {
  if (typeof expected === 'string') return true;
  return isJsonObject(expected) && Object.keys(expected).every((key) => key.startsWith('$'));
}

function notJson(body: Json): string {
  return `text that is not JSON: ${showJson(body, 120)}`;
}

function judgeTime(within: number | undefined, ms: number): Mismatch[] {
  if (within === undefined || ms <= within) return [];
  return [{ at: 'time', expected: `at most ${within} ms`, actual: `${Math.round(ms)} ms` }];
}
