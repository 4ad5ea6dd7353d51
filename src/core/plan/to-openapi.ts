import type { Json } from '../../contract/ids.ts';
import type { Plan, PlanResource } from '../../contract/plan.ts';
import type { OpenApiDocument } from '../../contract/sandbox.ts';
import { joinPath, shapeOf } from '../contract/path-shape.ts';
import { componentSchemas, nameComponents } from './component-schemas.ts';
import { componentName } from './names.ts';
import { operationObject } from './operation-object.ts';

type JsonObject = { [key: string]: Json };

/**
 * The plan as an OpenAPI 3.1.0 document. Never throws, whatever the plan names: an operation planned twice counts
 * once, paths that differ only in the names of their parameters are one path, component names are made unique.
 */
export function planToOpenApi(plan: Plan): OpenApiDocument {
  const names = nameComponents(plan);
  const schemas = [...names].flatMap(([resource, own]) => Object.entries(componentSchemas(resource, own)));
  const description = [plan.purpose.trim(), audienceText(plan)].filter((text) => text !== '').join('\n\n');
  return {
    openapi: '3.1.0',
    info: { title: plan.title, version: plan.version, ...(description !== '' && { description }) },
    tags: tagsOf(plan.resources),
    paths: pathsOf(plan, names),
    components: { schemas: Object.fromEntries(schemas) },
  };
}

function pathsOf(plan: Plan, names: ReturnType<typeof nameComponents>): JsonObject {
  const paths = new Map<string, { path: string; item: Map<string, JsonObject> }>();
  const ids = new Set<string>();
  const itemOf = (name: string) => [...names].find(([resource]) => resource.name === name)?.[1].item;
  for (const [resource, own] of names) {
    for (const operation of resource.operations) {
      const full = cleanPath(joinPath(plan.basePath, operation.path));
      const shape = shapeOf(full);
      const entry = paths.get(shape) ?? { path: full, item: new Map<string, JsonObject>() };
      paths.set(shape, entry);
      const method = operation.method.toLowerCase();
      if (entry.item.has(method)) continue;
      const operationId = uniqueId(method + componentName(entry.path.replace(/[{}]/g, ' ')), ids);
      entry.item.set(method, operationObject(operation, entry.path, { resource, names: own, itemOf, operationId }));
    }
  }
  return Object.fromEntries([...paths.values()].map(({ path, item }) => [path, Object.fromEntries(item)]));
}

/** An empty or repeated parameter name would make the document invalid: it gets a name by its place. */
function cleanPath(path: string): string {
  const seen = new Set<string>();
  return path.replace(/\{([^{}]*)\}/g, (_whole, name: string) => {
    const base = name.trim() === '' ? 'id' : name.trim();
    let unique = base;
    for (let count = 2; seen.has(unique); count += 1) unique = `${base}${count}`;
    seen.add(unique);
    return `{${unique}}`;
  });
}

function uniqueId(base: string, taken: Set<string>): string {
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}${count}`;
  taken.add(id);
  return id;
}

function tagsOf(resources: readonly PlanResource[]): JsonObject[] {
  const byName = new Map<string, JsonObject>();
  for (const { name, description, rules } of resources) {
    const lines = [...(description ? [description] : []), ...rules.map((rule) => `- ${rule}`)];
    if (!byName.has(name)) byName.set(name, { name, ...(lines.length > 0 && { description: lines.join('\n') }) });
  }
  return [...byName.values()];
}

function audienceText({ audience }: Plan): string {
  if (audience === undefined) return '';
  return { internal: 'For our own services.', partner: 'For partners.', public: 'For the public.' }[audience];
}
