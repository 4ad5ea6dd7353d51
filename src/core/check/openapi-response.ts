import type { Mismatch, ReceivedResponse } from '../../contract/evidence.ts';
import type { Json } from '../../contract/ids.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { operationTable, resolveRef } from '../contract/openapi-document.ts';
import { toJsonSchema } from '../contract/schema-dialect.ts';
import { isJsonObject, type JsonObject } from '../json/json-type.ts';
import { orList } from '../wording/list.ts';
import { headerOf, parseBody } from './response-body.ts';
import { judgeSchema } from './schema.ts';

/** How mismatches name the document of the running API. */
const DOCUMENT = 'your OpenAPI document';

/** Whether a response is what the API's own OpenAPI document says of this operation: status, media type, schema. */
export function judgeAgainstOpenApi(
  response: ReceivedResponse,
  context: { openapi: OpenApiDocument | null; method: string; path: string },
): Mismatch[] {
  const { openapi, method, path } = context;
  if (!openapi) return [{ at: DOCUMENT, expected: 'a document', actual: 'nothing' }];
  const operation = operationTable(openapi).find(method, path)?.operation;
  if (!operation) {
    return [{ at: DOCUMENT, expected: `${method} ${path.split('?', 1)[0]}`, actual: 'no such operation' }];
  }
  const responses = isJsonObject(operation.responses) ? operation.responses : {};
  const described = describedResponse(responses, response.status);
  if (described === undefined) {
    const known = Object.keys(responses);
    return [
      {
        at: DOCUMENT,
        expected: `status ${known.length > 0 ? orList(known) : response.status}`,
        actual: `${response.status} is not in it`,
      },
    ];
  }
  const resolved = resolveRef(openapi, described);
  return isJsonObject(resolved) ? judgeContent(openapi, resolved, response) : [];
}

/** OpenAPI 3.1, responses object: the exact code, then the range "4XX", then "default". */
function describedResponse(responses: JsonObject, status: number): Json | undefined {
  const range = `${Math.floor(status / 100)}xx`;
  const key =
    Object.keys(responses).find((one) => one === String(status)) ??
    Object.keys(responses).find((one) => one.toLowerCase() === range);
  return key === undefined ? responses.default : responses[key];
}

function judgeContent(openapi: OpenApiDocument, described: JsonObject, response: ReceivedResponse): Mismatch[] {
  const content = isJsonObject(described.content) ? described.content : {};
  const types = Object.keys(content);
  if (types.length === 0) return [];
  if (response.body.trim() === '') return [{ at: 'body', expected: 'what your document describes', actual: 'nothing' }];
  const sent = mediaType(headerOf(response, 'content-type') ?? '');
  const type = types.find((one) => mediaType(one) === sent) ?? types.find((one) => one === '*/*');
  if (type === undefined) {
    return [{ at: 'header content-type', expected: orList(types), actual: sent === '' ? 'nothing' : sent }];
  }
  const media = content[type];
  if (!isJsonObject(media) || !isJsonObject(media.schema) || !/[/+]json$/.test(sent)) return [];
  const { json, problem } = parseBody(response.body);
  if (problem !== null) return [{ at: 'body', expected: 'JSON', actual: 'text that is not JSON' }];
  return judgeSchema(wholeSchema(media.schema, openapi), json, 'body');
}

const wholeSchemas = new WeakMap<JsonObject, JsonObject>();

/** A schema of the document with the components that it refers to; the same one each time, so that it is compiled once. */
function wholeSchema(schema: JsonObject, openapi: OpenApiDocument): JsonObject {
  const known = wholeSchemas.get(schema);
  if (known) return known;
  const own = toJsonSchema(schema, openapi.openapi);
  const components = toJsonSchema(openapi.components ?? {}, openapi.openapi);
  const whole = { ...(isJsonObject(own) ? own : {}), components };
  wholeSchemas.set(schema, whole);
  return whole;
}

function mediaType(header: string): string {
  return (header.split(';', 1)[0] ?? '').trim().toLowerCase();
}
