import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { COURSE_FILES } from '../../../src/core/course/course-files.ts';
import { fieldAnchor } from './field-anchor.ts';
import { type SchemaNode, schemaNode } from './schema-node.ts';
import { schemaSections } from './schema-sections.ts';

const sectionsOf = (schema: z.ZodType) => schemaSections(schemaNode(schema));
const ofFile = (id: string) => {
  const kind = COURSE_FILES.find((one) => one.id === id);
  if (!kind) throw new Error(`no file ${id}`);
  return sectionsOf(kind.schema);
};

test('a field says what may stand there, its limits, its default and whether it is needed', () => {
  const schema = z.strictObject({
    name: z.string().min(2).max(5).describe('A name.'),
    times: z.number().int().min(1).default(3),
    of: z.array(z.enum(['a', 'b'])).optional(),
  });
  expect(sectionsOf(schema)).toMatchObject([
    {
      anchor: 'file',
      fields: [
        { name: 'name', type: 'text', limits: '2 to 5 characters', needed: true, default: null, about: 'A name.' },
        { name: 'times', type: 'whole number', limits: '1 or more', needed: false, default: '3' },
        { name: 'of', type: 'list of `a` or `b`', needed: false, limits: null },
      ],
    },
  ]);
});

test('what kinds have in common stands once, with an anchor for each of them', () => {
  const base = { id: z.string() };
  const schema = z.strictObject({
    items: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ ...base, kind: z.literal('one'), only: z.string() }),
        z.strictObject({ ...base, kind: z.literal('two') }),
      ]),
    ),
  });
  const [, items, one, two] = sectionsOf(schema);
  expect(items?.fields.map(({ name, anchors }) => [name, anchors])).toEqual([
    ['id', ['items-id', 'items-one-id', 'items-two-id']],
    ['kind', ['items-kind', 'items-one-kind', 'items-two-kind']],
  ]);
  expect(one).toMatchObject({ kind: 'kind: one', fields: [{ name: 'only' }] });
  expect(two).toMatchObject({ kind: 'kind: two', fields: [] });
});

test('what stands in two places is described once, and found from both', () => {
  const inner = z.strictObject({ deep: z.strictObject({ leaf: z.string() }) });
  const sections = sectionsOf(z.strictObject({ first: inner.describe('First.'), second: z.array(inner) }));
  expect(sections.map(({ anchor }) => anchor)).toEqual(['file', 'in-first', 'in-first-deep']);
  expect(sections[0]?.fields.map(({ section }) => section)).toEqual(['in-first', 'in-first']);
  expect(sections[2]?.fields[0]?.anchors).toEqual(['first-deep-leaf', 'second-deep-leaf']);
});

test('a rule of the whole object is said in its words', () => {
  const step = ofFile('checks').find(({ anchor }) => anchor === 'in-checks-http-steps');
  expect(step?.rule).toBe('exactly one of request, restart, token, authorize, wait');
});

describe.each(COURSE_FILES.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  const node = schemaNode(kind.schema);
  const sections = schemaSections(node);
  const anchors = [
    ...sections.map(({ anchor }) => anchor),
    ...sections.flatMap(({ fields }) => fields.flatMap((field) => field.anchors)),
  ];

  test('no anchor is there twice, and every link to a section leads to one', () => {
    expect(new Set(anchors).size).toBe(anchors.length);
    const linked = sections.flatMap(({ fields }) => fields.flatMap(({ section }) => section ?? []));
    expect(linked.filter((one) => !anchors.includes(one))).toEqual([]);
  });

  test('every field of the schema has its place', () => {
    const paths = fieldPaths(node, []);
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.map(fieldAnchor).filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });

  test('every field says what it is for', () => {
    const silent = sections.flatMap(({ fields }) => fields.filter(({ about }) => about === null));
    expect(silent.map((field) => field.anchors[0]).filter((anchor) => !/(^|-)(kind|rule)$/.test(anchor ?? ''))).toEqual(
      [],
    );
  });
});

/** Every way to a field, found in the plainest way. */
function fieldPaths(node: SchemaNode, path: string[]): string[][] {
  const members = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  const kinds = (member: SchemaNode): string[] => {
    const kind = node.oneOf && (member.properties?.kind?.const ?? member.properties?.rule?.const);
    return kind === undefined ? [] : [String(kind)];
  };
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, inner]) => [
      [...path, name],
      ...fieldPaths(inner, [...path, name]),
    ]),
    ...(node.items ? fieldPaths(node.items, path) : []),
    ...(typeof node.additionalProperties === 'object' ? fieldPaths(node.additionalProperties, [...path, 'name']) : []),
    ...members.flatMap((member) => fieldPaths(member, [...path, ...kinds(member)])),
  ];
}
