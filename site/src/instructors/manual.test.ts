import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lessonProgram } from '../../../src/cli/program.ts';
import { ATTACKS } from '../../../src/contract/attack.ts';
import { Check, ChecksFile } from '../../../src/contract/check.ts';
import { CompareFile } from '../../../src/contract/compare.ts';
import { ErrorCode } from '../../../src/contract/errors.ts';
import { HttpStep } from '../../../src/contract/http-step.ts';
import { LAB_VARIABLES, Lab } from '../../../src/contract/lab.ts';
import { MATCHERS } from '../../../src/contract/matcher.ts';
import { OpenApiRule } from '../../../src/contract/openapi-rule.ts';
import { PlanRule } from '../../../src/contract/plan-rule.ts';
import { checkMistakes, fileCheckMistakes } from '../../../src/core/check/check-mistakes.ts';
import { readRegions } from '../../../src/core/compare/read-regions.ts';
import { COURSE_FILES } from '../../../src/core/course/course-files.ts';
import { parseFrontmatter, parseLesson } from '../../../src/core/lesson/parse-lesson.ts';
import { readYaml } from '../../../src/core/yaml/read-yaml.ts';
import { titledFences } from './fences.ts';
import { fieldAnchor } from './field-anchor.ts';
import { examplesIn } from './field-examples.ts';
import { dataOf, fencesOfKind, filesOfKind, nameOf } from './files-of-kind.ts';
import { schemaNode } from './schema-node.ts';
import { schemaSections } from './schema-sections.ts';

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

  test('steps of checks name what is there', () => {
    const lab = Lab.parse({ database: true, tls: true, authorization: true, origins: true, secrets: ['JWT_SECRET'] });
    const checks = known.flatMap(({ kind, text }) =>
      kind.id === 'checks' ? ChecksFile.parse(parse(text)).checks : [],
    );
    expect(checks.length).toBeGreaterThan(20);
    const mistakes = checks.flatMap((check) => {
      if (check.kind === 'file') return fileCheckMistakes(check);
      return check.kind === 'http' || check.kind === 'attack' ? checkMistakes(check, lab) : [];
    });
    expect(mistakes).toEqual([]);
  });

  test('columns to compare hold each part once', () => {
    const text = fences.find(({ title }) => title === 'compare.yaml')?.text ?? '';
    const { columns, parts } = CompareFile.parse(parse(text));
    for (const { id, language, files } of columns) {
      const file = fences.find(({ title }) => title === `${id}/${files[0]}`);
      const { regions, mistakes } = readRegions(file?.text ?? '', language);
      expect(mistakes).toEqual([]);
      expect(sorted(regions.map(({ part }) => part))).toEqual(sorted(parts.map((part) => part.id)));
    }
  });

  test('each kind of file has one', () => {
    expect(sorted(known.map(({ kind }) => kind.id))).toEqual(sorted(COURSE_FILES.map(({ id }) => id)));
  });

  test('lessons have tasks that can be read', () => {
    const lessons = known.filter(({ kind }) => kind.id === 'lesson');
    for (const { text, where } of lessons) expect(parseLesson(text, where).problems).toEqual([]);
  });
});

describe('the pages of files', () => {
  const texts = (folder: string) => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(yaml|mdx?)$/.test(name),
    );
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  };
  const course = texts(join(import.meta.dirname, '../../../lessons'));
  const manual = texts(FOLDER);

  test.each(COURSE_FILES.map((kind) => [kind.id, kind] as const))('%s: every field has an example', (_, kind) => {
    const node = schemaNode(kind.schema);
    const values = [dataOf(kind, kind.example), ...filesOfKind(kind, course), ...fencesOfKind(kind, manual)];
    const { fields, objects } = examplesIn(node, values);
    const without = schemaSections(node).flatMap((section) => [
      ...section.fields
        .filter((field) => field.section === null && !field.anchors.some((anchor) => fields.has(anchor)))
        .map((field) => field.anchors[0]),
      ...(section.kind !== null && !objects.has(fieldAnchor(section.path)) ? [section.anchor] : []),
    ]);
    // A map from each check to its hints: the example of the file shows it.
    expect(without).toEqual(kind.id === 'hints' ? ['hints'] : []);
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

  test('variables of the lab', () => {
    const variables = Object.values(LAB_VARIABLES).flatMap((part) => Object.keys(part));
    const named = page('lab.md').match(/\b(DATABASE|TLS|OAUTH|FRONTEND|STRANGER)_[A-Z_]+\b/g) ?? [];
    expect(sorted(named)).toEqual(sorted(variables));
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
