import type { Json } from '../../contract/ids.ts';
import type { PlanOperation, PlanResource } from '../../contract/plan.ts';
import { parameterOf, segmentsOf } from '../contract/path-shape.ts';
import type { ComponentNames } from './component-schemas.ts';
import { statusText } from './status-text.ts';

type JsonObject = { [key: string]: Json };
type Context = {
  resource: PlanResource;
  names: ComponentNames;
  /** The component of another resource, by the resource's name. */
  itemOf: (resourceName: string) => string | undefined;
  operationId: string;
};

/** The OpenAPI operation object of one planned operation. */
export function operationObject(operation: PlanOperation, path: string, context: Context): JsonObject {
  const body = requestBody(operation, context);
  const parameters = parameterObjects(path);
  return {
    operationId: context.operationId,
    summary: operation.summary,
    tags: [context.resource.name],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: Object.fromEntries(
      [...new Set(operation.statuses)]
        .sort((one, other) => one - other)
        .map((status) => [String(status), responseObject(status, operation, context)]),
    ),
  };
}

function parameterObjects(path: string): JsonObject[] {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '');
  return [...new Set(names)].map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function requestBody(operation: PlanOperation, context: Context): JsonObject | null {
  if (!['POST', 'PUT', 'PATCH'].includes(operation.method)) return null;
  const last = segmentsOf(operation.path).at(-1) ?? '';
  const ofResource = last === context.resource.name || parameterOf(last) !== null;
  if (!ofResource) return { required: false, ...jsonContent({ type: 'object' }) };
  const name = operation.method === 'PATCH' ? context.names.changed : context.names.created;
  return { required: true, ...jsonContent(reference(name)) };
}

function responseObject(status: number, operation: PlanOperation, context: Context): JsonObject {
  const created = status === 201;
  return {
    description: statusText(status),
    ...(created && {
      headers: {
        Location: { description: 'Where the new item is.', schema: { type: 'string', format: 'uri-reference' } },
      },
    }),
    ...(hasContent(status, operation) && jsonContent(answerSchema(operation, context))),
  };
}

/** RFC 9110: 204, 205 and 304 have no content, and a HEAD never has. Error bodies are not planned yet. */
function hasContent(status: number, operation: PlanOperation): boolean {
  return status >= 200 && status < 300 && status !== 204 && status !== 205 && operation.method !== 'HEAD';
}

function answerSchema(operation: PlanOperation, { resource, names, itemOf }: Context): JsonObject {
  const last = segmentsOf(operation.path).at(-1) ?? '';
  if (parameterOf(last) !== null) return reference(names.item);
  const item = last === resource.name ? names.item : itemOf(last);
  if (item === undefined) return operation.method === 'GET' ? { type: 'object' } : reference(names.item);
  return operation.method === 'GET' ? { type: 'array', items: reference(item) } : reference(item);
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function jsonContent(schema: JsonObject): JsonObject {
  return { content: { 'application/json': { schema } } };
}
