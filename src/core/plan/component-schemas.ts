import type { Json } from '../../contract/ids.ts';
import type { Plan, PlanField, PlanResource } from '../../contract/plan.ts';
import { componentName, itemName } from './names.ts';

type JsonObject = { [key: string]: Json };

/** The names of a resource's component schemas: as answered, as created, as changed in part. */
export type ComponentNames = { item: string; created: string; changed: string };

/** A unique set of component names for each resource, in the plan's order. */
export function nameComponents(plan: Plan): Map<PlanResource, ComponentNames> {
  const taken = new Set<string>();
  return new Map(
    plan.resources.map((resource) => {
      const base = componentName(itemName(resource));
      let item = base;
      for (let count = 2; taken.has(item) || taken.has(`New${item}`); count += 1) item = `${base}${count}`;
      const names = { item, created: `New${item}`, changed: `${item}Changes` };
      for (const name of Object.values(names)) taken.add(name);
      return [resource, names] as const;
    }),
  );
}

/** The component schemas of one resource; the one for changes only if a PATCH is planned. */
export function componentSchemas(resource: PlanResource, names: ComponentNames): JsonObject {
  const writable = resource.fields.filter((field) => !field.readOnly);
  const patched = resource.operations.some((operation) => operation.method === 'PATCH');
  return {
    [names.item]: objectSchema(resource.fields, true, resource.description),
    [names.created]: objectSchema(writable, true, `What a client sends for a new ${itemName(resource)}.`),
    ...(patched && {
      [names.changed]: objectSchema(writable, false, `What a client may change of a ${itemName(resource)}.`),
    }),
  };
}

function objectSchema(fields: PlanField[], withRequired: boolean, description: string | undefined): JsonObject {
  const required = withRequired ? [...new Set(fields.filter((one) => one.required).map((one) => one.name))] : [];
  return {
    type: 'object',
    ...(description && { description }),
    // Object.fromEntries and not assignment: a field may be called __proto__.
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    ...(required.length > 0 && { required }),
  };
}

function fieldSchema(field: PlanField): JsonObject {
  const type: JsonObject =
    field.type === 'date' || field.type === 'date-time' ? { type: 'string', format: field.type } : { type: field.type };
  return {
    ...type,
    ...(field.description && { description: field.description }),
    ...(field.readOnly && { readOnly: true }),
  };
}
