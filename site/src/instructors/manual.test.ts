import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lessonProgram } from '../../../src/cli/program.ts';
import { ATTACKS } from '../../../src/contract/attack.ts';
import { Check } from '../../../src/contract/check.ts';
import { ErrorCode } from '../../../src/contract/errors.ts';
import { HttpStep } from '../../../src/contract/http-step.ts';
import { Lab } from '../../../src/contract/lab.ts';
import { MATCHERS } from '../../../src/contract/matcher.ts';
import { OpenApiRule } from '../../../src/contract/openapi-rule.ts';
import { PlanRule } from '../../../src/contract/plan-rule.ts';
import { COURSE_FILES } from '../../../src/core/course/course-files.ts';
import { parseFrontmatter, parseLesson } from '../../../src/core/lesson/parse-lesson.ts';
import { readYaml } from '../../../src/core/yaml/read-yaml.ts';
import { titledFences } from './fences.ts';
import { nameOf } from './files-of-kind.ts';
import { schemaNode } from './schema-node.ts';

const FOLDER = join(import.meta.dirname, '../content/docs/instructors');
const pages = new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
const page = (name: string): string => pages.get(name) ?? '';
const all = [...pages.values()].join('\n');

/** What stands between backticks in the first column of the tables of a page. */
const firstColumn = (text: string): string[] => [...text.matchAll(/^\| `([^`|]+)`/gm)].map(([, word = '']) => word);
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('code blocks that name a file of a course', () => {
  const fences = [...pages].flatMap(([name, text]) => titledFences(text).map((fence) => ({ ...fence, page: name })));
  const known = fences.flatMap((fence) => {
    const kind = COURSE_FILES.find(({ path }) => nameOf(path) === nameOf(fence.title));
    return kind ? [{ ...fence, kind, where: `${fence.page}:${fence.line}` }] : [];
  });

  test.each(known.map((one) => [`${one.where} ${one.title}`, one] as const))('%s is right', (where, { kind, text }) => {
    const { problems } = kind.format === 'yaml' ? readYaml(kind.schema, text, where) : parseFrontmatter(text, where);
    expect(problems).toEqual([]);
  });

  test('each kind of file has one', () => {
    expect(sorted(known.map(({ kind }) => kind.id))).toEqual(sorted(COURSE_FILES.map(({ id }) => id)));
  });

  test('lessons have tasks that can be read', () => {
    const lessons = known.filter(({ kind }) => kind.id === 'lesson');
    for (const { text, where } of lessons) expect(parseLesson(text, where).problems).toEqual([]);
  });
});

describe('the manual names all that there is, and nothing else', () => {
  test('kinds of check', () => {
    const headings = [...page('checks.mdx').matchAll(/^## `([a-z-]+)`$/gm)].map(([, kind = '']) => kind);
    expect(sorted(headings)).toEqual(sorted(Check.options.map((option) => String(option.shape.kind.value))));
  });

  test('rules for OpenAPI documents', () => {
    const rules: readonly string[] = OpenApiRule.options;
    const named = firstColumn(page('checks.mdx')).filter((word) => word.includes('-') && word !== 'learner-tests');
    expect(sorted(named)).toEqual(sorted(rules));
  });

  test('rules for plans, in the table and in the examples', () => {
    const rules = sorted(PlanRule.options.map((option) => option.shape.rule.value));
    const text = page('plan-rules.md');
    expect(sorted(firstColumn(text))).toEqual(rules);
    expect(sorted([...text.matchAll(/rule: ([a-z-]+)/g)].map(([, rule = '']) => rule))).toEqual(rules);
  });

  test('matchers', () => {
    expect(sorted([...all.matchAll(/\$(?!schema)[a-z][A-Za-z]*(?=[:`])/g)].map(([name]) => name))).toEqual(
      sorted(Object.keys(MATCHERS)),
    );
  });

  test('everything that a step, a request and an expectation can have', () => {
    const { properties = {} } = schemaNode(HttpStep);
    const inside = ['request', 'expect', 'token', 'authorize'].flatMap((name) =>
      Object.keys(properties[name]?.properties ?? {}),
    );
    const steps = `${page('steps.md')}${page('attacks.mdx')}`;
    const missing = [...Object.keys(properties), ...inside].filter((name) => !new RegExp(`\\b${name}\\b`).test(steps));
    expect(missing).toEqual([]);
  });

  test('parts of the lab', () => {
    const rows = firstColumn(page('lab.md')).map((word) => word.split(':')[0] ?? '');
    expect(sorted(rows)).toEqual(sorted(Object.keys(Lab.shape)));
  });

  test('attacks in examples are known', () => {
    const named = [...all.matchAll(/attack: ([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !Object.hasOwn(ATTACKS, name))).toEqual([]);
  });

  test('commands and their options', () => {
    const { commands } = lessonProgram();
    const used = [...all.matchAll(/npm run lesson -- ([a-z-]+)([^\n`]*)/g)];
    expect(sorted(used.map(([, name = '']) => name))).toEqual(sorted(commands.map((command) => command.name())));
    const unknown = used.flatMap(([whole, name = '', rest = '']) => {
      const options = commands.find((command) => command.name() === name)?.options.map(({ long }) => long) ?? [];
      return (rest.match(/--[a-z-]+/g) ?? [])
        .filter((option) => !options.includes(option))
        .map((option) => `${option} in ${whole}`);
    });
    expect(unknown).toEqual([]);
    const ofVerify = commands
      .find((command) => command.name() === 'verify')
      ?.options.map(({ flags }) => flags.split(/[ ,]/)[0] ?? '');
    expect(sorted(firstColumn(page('gate.md')).map((flags) => flags.split(' ')[0] ?? ''))).toEqual(
      sorted(ofVerify ?? []),
    );
  });

  test('error codes, each with a link to its page', () => {
    const links = [...all.matchAll(/\[`(RW_[A-Z_]+)`\]\(\.\.\/\.\.\/errors\/([a-z_]+)\/\)/g)];
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(([, code = '', slug]) => code.toLowerCase() !== slug)).toEqual([]);
    const codes: readonly string[] = ErrorCode.options;
    const named = sorted(all.match(/\bRW_[A-Z]+_[A-Z_]+\b/g) ?? []);
    expect(named.filter((code) => !codes.includes(code))).toEqual([]);
  });
});
