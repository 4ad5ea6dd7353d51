import { z } from 'zod';

/** The parts of a JSON Schema that the schemas of course files use. */
export type SchemaNode = {
  type?: string | undefined;
  description?: string | undefined;
  default?: unknown;
  const?: unknown;
  enum?: unknown[] | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  items?: SchemaNode | undefined;
  properties?: Record<string, SchemaNode> | undefined;
  required?: string[] | undefined;
  additionalProperties?: SchemaNode | boolean | undefined;
  anyOf?: SchemaNode[] | undefined;
  oneOf?: SchemaNode[] | undefined;
  /** Only where any JSON value may stand. */
  $ref?: string | undefined;
  /** What the schema itself says of a text that it refuses, such as `a name such as "JWT_SECRET"`. */
  rule?: string | undefined;
};

const Node: z.ZodType<SchemaNode> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    items: Node.optional(),
    properties: z.record(z.string(), Node).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), Node]).optional(),
    anyOf: z.array(Node).optional(),
    oneOf: z.array(Node).optional(),
    $ref: z.string().optional(),
    rule: z.string().optional(),
  }),
);

/** A schema as what a person may write: fields with a default need not be there. */
export function schemaNode(schema: z.ZodType): SchemaNode {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const rule = ruleOf(zodSchema);
      if (rule !== undefined) jsonSchema.rule = rule;
    },
  });
  return Node.parse(json);
}

/** The words with which a schema's own rules (`regex`, `refine`) refuse something. */
function ruleOf(schema: z.core.$ZodTypes): string | undefined {
  for (const check of schema._zod.def.checks ?? []) {
    const { error } = check._zod.def;
    const said: unknown = error && Reflect.apply(error, undefined, [{ code: 'custom', input: undefined, path: [] }]);
    if (typeof said === 'string') return said;
  }
  return undefined;
}

/** What an item of a list is, however deep the list; anything else is itself. */
export function itemOf(node: SchemaNode): SchemaNode {
  return node.items ? itemOf(node.items) : node;
}

/** What each entry of a map is; null for what is no map. */
export function entryOf(node: SchemaNode): SchemaNode | null {
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : null;
}

/** The kinds that a value may be of, when one key tells them apart. */
export function kindsOf(node: SchemaNode): { key: string; kinds: Map<string, SchemaNode> } | null {
  const members = node.oneOf ?? [];
  const [first] = members;
  const isConst = (key: string) => members.every((member) => member.properties?.[key]?.const !== undefined);
  const key = Object.keys(first?.properties ?? {}).find(isConst);
  if (key === undefined) return null;
  return { key, kinds: new Map(members.map((member) => [String(member.properties?.[key]?.const), member])) };
}
