import type { z } from 'zod';
import { andList, orList } from '../wording/list.ts';
import { expectationOf, showValue, typeInWords } from './issue-words.ts';
import { nearestName } from './nearest.ts';
import { knownKeysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;

/** One mistake in words, with what an editor needs to point at it. */
export type Explained = {
  detail: string;
  /** "checks[2].steps[0].expect.satus"; empty for the whole file. */
  path: string;
  keys: PropertyKey[];
  /** The place is the key, not its value. */
  ofKey: boolean;
  /** Nothing stands where something must. */
  missing?: boolean;
  expected?: string;
  nearest?: string;
};

/** Turns the issues of a failed parse into sentences. `schema` and `data` are those of the parse. */
export function explainIssues(issues: readonly Issue[], schema: z.ZodType, data: unknown): Explained[] {
  const found = issues.flatMap((issue) => explain(issue, [], schema, data));
  // A key that is misspelt is also missing: one mistake, one problem.
  const meant = new Set(found.flatMap((one) => (one.nearest !== undefined && one.ofKey ? [siblingPath(one)] : [])));
  return found.filter((one) => !(one.missing && meant.has(one.path)));
}

function siblingPath({ keys, nearest = '' }: Explained): string {
  return pathText([...keys.slice(0, -1), nearest]);
}

function explain(issue: Issue, before: PropertyKey[], schema: z.ZodType, data: unknown): Explained[] {
  const keys = [...before, ...issue.path];
  const value = valueAt(data, keys);
  const at = (detail: string, rest: Partial<Explained> = {}): Explained[] => {
    const path = pathText(rest.keys ?? keys);
    return [{ path, keys, ofKey: false, ...rest, detail: path === '' ? detail : `${path}: ${detail}` }];
  };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeysAt(schema, data, keys);
      return issue.keys.flatMap((key) => {
        const nearest = nearestName(key, known);
        const detail = `unknown key; ${nearest ? `did you mean "${nearest}"?` : `known: ${andList(known)}`}`;
        return at(detail, { keys: [...keys, key], ofKey: true, nearest, expected: orList(known) });
      });
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      const expected = issue.values.length === 1 ? showValue(issue.values[0]) : `one of ${orList(known)}`;
      return at(...choice(expected, known, value));
    }
    case 'invalid_union': {
      if (typeof issue.discriminator === 'string' && issue.errors.length === 0) {
        const known = ('options' in issue ? (issue.options ?? []) : []).map(String);
        return at(...choice(`one of ${orList(known)}`, known, value));
      }
      return explainUnion(issue.errors, keys, schema, data, at);
    }
    case 'invalid_type': {
      const expected = typeInWords(issue.expected);
      if (value === undefined) return at(`missing; ${expected} is needed here`, { expected, missing: true });
      return at(`expected ${expected}, found ${showValue(value)}`, { expected });
    }
    case 'invalid_key': {
      const inner = issue.issues[0];
      return at(`this name is not allowed; ${inner ? expectationOf(inner) : issue.message}`, { ofKey: true });
    }
    default: {
      const expected = expectationOf(issue);
      return at(`expected ${expected}, found ${showValue(value)}`, { expected });
    }
  }
}

function choice(expected: string, known: string[], value: unknown): [string, Partial<Explained>] {
  if (value === undefined) return [`missing; ${expected} is needed here`, { expected, missing: true }];
  const nearest = typeof value === 'string' ? nearestName(value, known) : undefined;
  const hint = nearest && nearest !== value ? `; did you mean "${nearest}"?` : '';
  return [`expected ${expected}, found ${showValue(value)}${hint}`, { expected, nearest }];
}

/** Of a union, the variant that was most likely meant: the one whose own mistakes lie deepest. */
function explainUnion(
  variants: readonly Issue[][],
  keys: PropertyKey[],
  schema: z.ZodType,
  data: unknown,
  at: (detail: string, rest?: Partial<Explained>) => Explained[],
): Explained[] {
  const inside = variants.filter((issues) => issues.every((issue) => !(isTypeIssue(issue) && issue.path.length === 0)));
  const meant = inside.toSorted((one, other) => weight(one) - weight(other))[0];
  if (meant && (inside.length === 1 || !meant.some((issue) => issue.code === 'unrecognized_keys'))) {
    return meant.flatMap((issue) => explain(issue, keys, schema, data));
  }
  const value = valueAt(data, keys);
  const known = knownKeysAt(schema, data, keys);
  const unknown = keysOf(value).filter((key) => !known.includes(key));
  if (known.length > 0 && unknown.length > 0) {
    const issue: Issue = { code: 'unrecognized_keys', keys: unknown, path: [], message: '' };
    return explain(issue, keys, schema, data);
  }
  const expected = orList([...new Set(variants.flatMap((issues) => expectedAtTop(issues)))]);
  return at(
    value === undefined ? `missing; ${expected} is needed here` : `expected ${expected}, found ${showValue(value)}`,
    {
      expected,
    },
  );
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function isTypeIssue(issue: Issue): boolean {
  return issue.code === 'invalid_type';
}

function weight(issues: Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 : 1), 0);
}

function expectedAtTop(issues: Issue[]): string[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'invalid_type' && issue.path.length === 0) return [typeInWords(issue.expected)];
    if (issue.code === 'invalid_type') return [`an object with "${String(issue.path[0])}"`];
    if (issue.code === 'invalid_union') return issue.errors.flatMap((inner) => expectedAtTop(inner));
    return [];
  });
}

function valueAt(data: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, data);
}

/** ["checks", 2, "steps"] becomes "checks[2].steps". */
function pathText(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    if (!/^[\w$-]+$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}
