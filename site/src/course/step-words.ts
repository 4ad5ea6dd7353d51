import type { HeaderExpectation, HttpExpectation, HttpStep } from '../../../src/contract/http-step.ts';
import { expectedInWords } from '../../../src/core/check/expected-words.ts';
import { showJson } from '../../../src/core/json/show-json.ts';
import { cut } from '../../../src/core/wording/cut.ts';
import { andList, orList } from '../../../src/core/wording/list.ts';

/** One step of a check, as it is read: what is done (`POST /api/v1/books`) and what must come of it. */
export type StepWords = {
  label: string | null;
  does: string;
  isRequest: boolean;
  /** The headers of a request, a line each. */
  headers: string[];
  /** The body of a request. */
  sends: string | null;
  expects: string | null;
};

/** Characters of a body. */
const MOST = 160;

/**
 * What a step of a check does and expects, in words. A captured value such as `{{id}}` is shown as `{id}`, a variable of the
 * lab by its name, a day by how far it is.
 */
export function stepInWords(step: HttpStep): StepWords {
  const { does, isRequest } = actionInWords(step);
  const expects = isRequest ? expectedOf(step.expect) : null;
  return {
    label: step.label ?? null,
    does: plain(does),
    isRequest,
    headers: Object.entries(step.request?.headers ?? {}).map(([name, value]) => plain(`${name}: ${cut(value, MOST)}`)),
    sends: plainOrNull(bodyOf(step.request)),
    expects: plainOrNull(expects),
  };
}

function actionInWords(step: HttpStep): { does: string; isRequest: boolean } {
  const { request, token, authorize, wait, repeat, parallel } = step;
  if (request) {
    const times = repeat > 1 ? `, ${repeat} times${parallel ? ' at once' : ''}` : '';
    return { does: `${request.method} ${request.path}${times}`, isRequest: true };
  }
  if (token) return { does: `A token is made: alg ${token.alg}, with claims of the check’s choice.`, isRequest: false };
  if (authorize)
    return {
      does:
        authorize.grant === 'client'
          ? 'A program gets a token from the authorization server.'
          : `${authorize.user.replace(/^./, (letter) => letter.toUpperCase())} signs in at the authorization server.`,
      isRequest: false,
    };
  if (wait) return { does: `${wait} ms pass.`, isRequest: false };
  return { does: 'The API is ended and started again, with the same database file.', isRequest: false };
}

function expectedOf({ status, headers = {}, body, schema, openapi, within }: HttpExpectation): string | null {
  const parts = [
    ...(status === undefined ? [] : [`status ${orList([status].flat())}`]),
    ...Object.entries(headers).map(([name, expected]) => headerInWords(name, expected)),
    ...(body === undefined ? [] : [`body ${expectedInWords(body, MOST)}`]),
    ...(schema === undefined ? [] : ['a body that its JSON Schema allows']),
    ...(openapi ? ['an answer as the API’s own document describes it'] : []),
    ...(within === undefined ? [] : [`the last byte within ${within} ms`]),
  ];
  return parts.length === 0 ? null : andList(parts);
}

function bodyOf(request: HttpStep['request']): string | null {
  if (request?.body !== undefined) return cut(showJson(request.body), MOST);
  if (request?.rawBody !== undefined) return cut(request.rawBody, MOST);
  if (request?.form) return cut(new URLSearchParams(request.form).toString(), MOST);
  return null;
}

function headerInWords(name: string, expected: HeaderExpectation): string {
  if (typeof expected === 'string') return `header ${name}: ${expected}`;
  if ('present' in expected) return `${expected.present ? 'a' : 'no'} header ${name}`;
  return 'glob' in expected ? `header ${name} like ${expected.glob}` : `header ${name} with ${expected.includes} in it`;
}

/** Something that is read rather than asked for. */
export const lineInWords = (does: string): StepWords => ({
  ...{ label: null, does, isRequest: false, headers: [], sends: null, expects: null },
});

const plain = (text: string): string =>
  text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => `{${nameInWords(name)}}`);
const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text));

function nameInWords(name: string): string {
  if (name.startsWith('env.')) return name.slice('env.'.length);
  if (!name.startsWith('day.')) return name;
  const days = Number(name.slice('day.'.length));
  if (days === 0) return 'today';
  return `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'} ${days < 0 ? 'ago' : 'from today'}`;
}
