import { Json } from './ids.ts';

/** What may stand in the place of a value that is expected: what it asks for, and how it is written. */
type MatcherText = { about: string; argument: string; example: string };

/** Every matcher by its key. The names are part of the format of checks.yaml: add, never rename. */
export const MATCHERS = {
  $any: { about: 'Anything, as long as something is there.', argument: 'true', example: '{ $any: true }' },
  $absent: {
    about: 'Nothing stands there; with false, something does.',
    argument: 'true or false',
    example: '{ $absent: true }',
  },
  $type: {
    about: 'A value of this type.',
    argument: 'string, integer, number, boolean, array, object, null or date-time; or a list of them',
    example: '{ $type: integer }',
  },
  $length: {
    about: 'A list with so many items, or a text with so many characters.',
    argument: 'a number, or min, max or both',
    example: '{ $length: { min: 1, max: 20 } }',
  },
  $each: {
    about: 'A list of which every item matches. An empty list does.',
    argument: 'what each item must be',
    example: '{ $each: { id: { $type: integer } } }',
  },
  $contains: {
    about: 'A list of which at least one item matches.',
    argument: 'what that item must be',
    example: '{ $contains: { title: Emma } }',
  },
  $oneOf: { about: 'One of several values.', argument: 'a list of them', example: '{ $oneOf: [available, lent] }' },
  $not: { about: 'Anything but this.', argument: 'what it must not be', example: '{ $not: "{{id}}" }' },
  $exact: {
    about: 'Exactly this, with no other keys. What stands in it is data: nothing in it is a matcher.',
    argument: 'the value',
    example: '{ $exact: { status: ok } }',
  },
  $glob: {
    about: 'A text of this form; `*` is any text.',
    argument: 'a text',
    example: '{ $glob: "/api/v1/books/*" }',
  },
  $includes: { about: 'A text in which this text stands.', argument: 'a text', example: '{ $includes: isbn }' },
  $gte: { about: 'A number that is at least this.', argument: 'a number', example: '{ $gte: 1 }' },
  $lte: { about: 'A number that is at most this.', argument: 'a number', example: '{ $lte: 100 }' },
  $unique: {
    about: 'A list without repetitions; with false, a list with some.',
    argument: 'true, false, or a key by which the items differ',
    example: '{ $unique: id }',
  },
  $sorted: {
    about: 'A list in order. Equal neighbours are in order.',
    argument: 'true, a key, or by (a key) and order (asc or desc)',
    example: '{ $sorted: { by: title, order: desc } }',
  },
} as const satisfies Record<string, MatcherText>;
export type MatcherName = keyof typeof MATCHERS;

/** JSON that is expected: objects may hold matchers. An unknown matcher is found by the linter, not here. */
export const ExpectedJson = Json.describe('A JSON value. An object may hold matchers such as `$type`.');
