import { z } from 'zod';

const Part = z.looseObject({
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});

/**
 * The anchors that the fields of a JSON Schema must have on their page: the keys that lead to a field, with dashes
 * between; a list adds nothing, an entry of a map adds `name`, one of several kinds adds that kind.
 */
export function fieldPaths(schema: unknown): string[] {
  return [...new Set(fields(schema, []))];
}

function fields(schema: unknown, path: string[]): string[] {
  const part = Part.safeParse(schema);
  // What refers to itself holds any JSON value: it has no fields of its own.
  if (!part.success || part.data.$ref !== undefined) return [];
  const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [] } = part.data;
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => [
      anchor([...path, name]),
      ...fields(inner, [...path, name]),
    ]),
    ...(items === undefined ? [] : fields(items, path)),
    ...(typeof additionalProperties === 'object' ? fields(additionalProperties, [...path, 'name']) : []),
    ...anyOf.flatMap((member) => fields(member, path)),
    ...oneOf.flatMap((member) => fields(member, [...path, ...kindOf(oneOf, member)])),
  ];
}

/** The value that tells a member of a union from the others. */
function kindOf(members: unknown[], member: unknown): string[] {
  const consts = members.map((one) =>
    Object.fromEntries(
      Object.entries(Part.parse(one).properties ?? {}).flatMap(([key, value]) => {
        const said = z.object({ const: z.string() }).safeParse(value);
        return said.success ? [[key, said.data.const]] : [];
      }),
    ),
  );
  const key = Object.keys(consts[0] ?? {}).find((name) => consts.every((one) => name in one));
  const kind = key === undefined ? undefined : consts[members.indexOf(member)]?.[key];
  return kind === undefined ? [] : [kind];
}

const anchor = (path: string[]) =>
  path.map((part) => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).join('-');
