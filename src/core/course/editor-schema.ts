import { z } from 'zod';
import { ATTACKS, AttackName } from '../../contract/attack.ts';
import { ExpectedJson, MATCHERS } from '../../contract/matcher.ts';
import { OpenApiRule } from '../../contract/openapi-rule.ts';
import { RULE_TEXTS } from '../openapi/rule-texts.ts';
import type { CourseFileKind } from './course-files.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const EXPECTED = 'expected';
const JSON_TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null', 'date-time'];
const SORT: JsonSchema = {
  type: 'object',
  properties: { by: { type: 'string' }, order: { enum: ['asc', 'desc'] } },
  additionalProperties: false,
};
const BOUNDS: JsonSchema = {
  type: 'object',
  properties: { min: { type: 'integer', minimum: 0 }, max: { type: 'integer', minimum: 0 } },
  additionalProperties: false,
};

const expected = (): JsonSchema => ({ $ref: `#/definitions/${EXPECTED}` });

/** What the argument of a matcher may be; of one that is not here, whatever is expected. */
const ARGUMENTS: Record<string, () => JsonSchema> = {
  $absent: () => ({ type: 'boolean' }),
  $type: () => ({ anyOf: [{ enum: JSON_TYPES }, { type: 'array', items: { enum: JSON_TYPES } }] }),
  $length: () => ({ anyOf: [{ type: 'integer', minimum: 0 }, BOUNDS] }),
  $exact: () => ({}),
  $glob: () => ({ type: 'string' }),
  $includes: () => ({ type: 'string' }),
  $gte: () => ({ type: 'number' }),
  $lte: () => ({ type: 'number' }),
  $unique: () => ({ type: ['boolean', 'string'] }),
  $sorted: () => ({ anyOf: [{ type: ['boolean', 'string'] }, SORT] }),
};

/**
 * The JSON Schema (draft 7, which every editor reads) of a course file, with descriptions for completion and hover. What
 * it marks, the linter refuses, too; the linter knows more, such as names that lead nowhere.
 */
export function editorSchema({ path, schema, about }: CourseFileKind): JsonSchema {
  const found = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', override: describeChoices });
  const named = { title: path.split('/').at(-1), description: about, ...found };
  if (!JSON.stringify(found).includes(`#/definitions/${EXPECTED}`)) return withMarkdown(named);
  const definitions = z.record(z.string(), z.unknown()).parse(found.definitions ?? {});
  return withMarkdown({ ...named, definitions: { ...definitions, [EXPECTED]: expectedSchema() } });
}

/** What editors show as Markdown is another keyword; without it they show the backticks. */
function withMarkdown(schema: JsonSchema): JsonSchema {
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const text = 'description' in node ? node.description : undefined;
    if (typeof text === 'string' && text.includes('`')) Object.assign(node, { markdownDescription: text });
    Object.values(node).forEach(visit);
  };
  visit(schema);
  return schema;
}

type Found = { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema };

function describeChoices({ zodSchema, jsonSchema }: Found): void {
  // A schema that was described where it is used is another one, which has the first as its parent.
  const is = (schema: z.ZodType): boolean => zodSchema === schema || zodSchema._zod.parent === schema;
  // Zod names a format that JSON Schema does not know; the pattern beside it says the same.
  if (jsonSchema.format === 'starts_with') delete jsonSchema.format;
  if (zodSchema === ExpectedJson) replace(jsonSchema, expected());
  if (is(AttackName)) jsonSchema.enumDescriptions = Object.values(ATTACKS).map(({ title }) => title);
  if (is(OpenApiRule)) jsonSchema.enumDescriptions = OpenApiRule.options.map((rule) => RULE_TEXTS[rule].why);
  if (zodSchema instanceof z.ZodDiscriminatedUnion) describeKinds(jsonSchema, zodSchema.def.discriminator);
}

/** Each kind says beside its name what it is: that is what an editor shows when the name is chosen. */
function describeKinds({ oneOf = [] }: JsonSchema, discriminator: string): void {
  for (const kind of oneOf) {
    const name = typeof kind === 'object' ? kind.properties?.[discriminator] : undefined;
    if (typeof name === 'object' && typeof kind === 'object') name.description = kind.description;
  }
}

function replace(jsonSchema: JsonSchema, by: JsonSchema): void {
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  Object.assign(jsonSchema, by);
}

function expectedSchema(): JsonSchema {
  const names = Object.keys(MATCHERS).map((name) => name.slice(1));
  const matchers = Object.entries(MATCHERS).map(([name, { about, argument, example }]) => {
    const schema = ARGUMENTS[name]?.() ?? expected();
    return [name, { description: `${about} Takes ${argument}: \`${example}\`.`, allOf: [schema] }];
  });
  return {
    description: 'JSON that is expected. An object may hold matchers such as `$type`.',
    anyOf: [
      {
        type: 'object',
        properties: Object.fromEntries(matchers),
        patternProperties: { [`^\\$(?!(${names.join('|')})$)`]: false },
        additionalProperties: expected(),
      },
      { type: 'array', items: expected() },
      { type: ['string', 'number', 'boolean', 'null'] },
    ],
  };
}
