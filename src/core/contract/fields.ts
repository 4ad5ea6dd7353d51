import type { ContractField } from '../../contract/contract-diff.ts';
import type { Json } from '../../contract/ids.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { isJsonObject, type JsonObject } from '../json/json-type.ts';
import { operationTable, resolveRef } from './openapi-document.ts';
import { type Field, type Fields, fieldsOf, insideEnvelope } from './schema-fields.ts';

type Where = ContractField['where'];

/**
 * The fields of an operation's bodies, as planned and as the document of the API describes them. A body that either
 * side says nothing about is left out: a framework without schemas describes none.
 */
export function compareFields(
  route: { method: string; path: string },
  promised: OpenApiDocument,
  built: OpenApiDocument,
): ContractField[] {
  const plan = operationTable(promised).same(route)?.operation;
  const real = operationTable(built).same(route)?.operation;
  if (!plan || !real) return [];
  const partial = route.method === 'PATCH';
  return [
    ...comparison('request', fieldsOf(promised, bodyOf(promised, plan)), requestFields(built, real), partial),
    ...comparison('response', ...answers(promised, plan, built, real), false),
  ];
}

function requestFields(built: OpenApiDocument, operation: JsonObject): Fields | null {
  return fieldsOf(built, bodyOf(built, operation));
}

/** The first success that both describe. */
function answers(
  promised: OpenApiDocument,
  plan: JsonObject,
  built: OpenApiDocument,
  real: JsonObject,
): [Fields | null, Fields | null] {
  for (const status of Object.keys(asObject(plan.responses)).filter((key) => key.startsWith('2'))) {
    const wanted = fieldsOf(promised, answerOf(promised, plan, status));
    if (!wanted) continue;
    const given = answerOf(built, real, status);
    const fields = fieldsOf(built, wanted.fields.has('data') ? given : insideEnvelope(built, given, wanted.list));
    if (fields && fields.list === wanted.list) return [wanted, fields];
  }
  return [null, null];
}

function bodyOf(document: OpenApiDocument, operation: JsonObject): Json | undefined {
  return jsonSchema(resolveRef(document, operation.requestBody ?? null));
}

function answerOf(document: OpenApiDocument, operation: JsonObject, status: string): Json | undefined {
  return jsonSchema(resolveRef(document, asObject(operation.responses)[status] ?? null));
}

function jsonSchema(holder: Json): Json | undefined {
  const content = asObject(asObject(holder).content);
  const type = Object.keys(content).find((name) => /^application\/([\w.-]+\+)?json\b/.test(name));
  return type === undefined ? undefined : asObject(content[type]).schema;
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function comparison(where: Where, planned: Fields | null, built: Fields | null, partial: boolean): ContractField[] {
  if (!planned || !built) return [];
  const names = [...new Set([...planned.fields.keys(), ...built.fields.keys()])];
  return names.map((name) => {
    const wanted = planned.fields.get(name);
    const given = built.fields.get(name);
    return { where, name, planned: shape(wanted), built: shape(given), drift: driftOf(where, wanted, given, partial) };
  });
}

function shape(field: Field | undefined): ContractField['planned'] {
  return field ? { type: field.type, required: field.required } : null;
}

function driftOf(where: Where, planned: Field | undefined, built: Field | undefined, partial: boolean): string {
  // A PATCH may let a client change less than the whole.
  if (!built) return partial ? '' : 'is missing';
  // What the server sets may stand in a schema that is used for both ways.
  if (!planned) return where === 'request' && built.readOnly ? '' : 'is not in the plan';
  if (!isSameType(planned, built)) return `is ${inWords(built.type)}, the plan says ${planned.type}`;
  if (partial || planned.required === built.required) return '';
  if (planned.required) return built.hasDefault ? '' : 'is optional, the plan says required';
  // A field that is always answered keeps more than what was promised.
  return where === 'request' ? 'is required, the plan says optional' : '';
}

function isSameType(planned: Field, built: Field): boolean {
  if (planned.type === built.type || planned.type === 'any' || built.type === 'any') return true;
  if (planned.type === 'number' && built.type === 'integer') return true;
  // A date that is told by a pattern instead of a format.
  return planned.type.startsWith('date') && built.type === 'string' && built.pattern;
}

function inWords(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
