import type { AttackCheck, FileCheck, HttpCheck } from '../../contract/check.ts';
import type { HttpStep } from '../../contract/http-step.ts';
import type { Json } from '../../contract/ids.ts';
import type { Lab } from '../../contract/lab.ts';
import { isJsonObject } from '../json/json-type.ts';
import { orList } from '../wording/list.ts';
import { nearestName } from '../yaml/nearest.ts';
import { formatOf } from './file-format.ts';
import { labNames } from './lab-names.ts';
import { MATCHER_NAMES } from './matcher.ts';
import { schemaMistake } from './schema.ts';
import { type CheckMistake, mistake } from './step-mistake.ts';
import { stepMistakes } from './step-mistakes.ts';

export type { CheckMistake };

/** What templates of a step may name: captured values, and variables of the lab. */
type Known = { captured: readonly string[]; env: readonly string[] };

/**
 * What is wrong in the steps of a check: matchers that do not exist, `{{names}}` that no earlier step made, variables
 * and servers that the lesson's lab does not have, sources that nothing can be captured from, JSON Schemas that cannot
 * be used, tokens that cannot be signed. Of an attack also its loot and the names in what it says.
 */
export function checkMistakes(check: HttpCheck | AttackCheck, lab: Lab): CheckMistake[] {
  const captured: string[] = [];
  const env = labNames(lab);
  const found = check.steps.flatMap((step, index) => {
    const mistakes = [
      ...unknownNames(stepTexts(step), { captured, env }),
      ...unknownMatchers(step.expect.body, ['expect', 'body']),
      ...unusableSchema(step),
      ...unusableSources(step.capture ?? {}, ['capture']),
      ...stepMistakes(step, lab),
    ];
    captured.push(
      ...Object.keys(step.capture ?? {}),
      ...[step.token, step.authorize].flatMap((made) => made?.as ?? []),
    );
    return mistakes.map((one) => ({ ...one, path: ['steps', index, ...one.path] }));
  });
  return check.kind === 'attack' ? [...found, ...attackMistakes(check, { captured, env })] : found;
}

/** Matchers of a file check that do not exist, and `content` of a file whose format has none. */
export function fileCheckMistakes(check: FileCheck): CheckMistake[] {
  const { file, content, lines, without } = check;
  const readable = content.length === 0 || formatOf(file) !== null;
  return [
    ...unknownMatchers(content, ['content']),
    ...unknownMatchers(lines, ['lines']),
    ...unknownMatchers(without, ['without']),
    ...(readable ? [] : [mistake(['content'], `${file} has lines only.`, 'a .json, .yml or .yaml file')]),
  ];
}

function attackMistakes(check: AttackCheck, known: Known): CheckMistake[] {
  const stolen = Object.keys(check.loot);
  return [
    ...unusableSources(check.loot, ['loot']),
    ...unknownNames(textsIn(check.gain, ['gain']), { ...known, captured: [...known.captured, ...stolen] }),
    ...unknownNames(textsIn(check.safe, ['safe']), { ...known, captured: [...known.captured, ...stolen] }),
  ];
}

type Text = { at: (string | number)[]; text: string };

function stepTexts(step: HttpStep): Text[] {
  const { path, headers, body, rawBody, form, generate } = step.request ?? {};
  const bodyTexts = textsIn(body, ['request', 'body']);
  return [
    ...textsIn(path, ['request', 'path']),
    ...textsIn(headers, ['request', 'headers']),
    ...(generate ? bodyTexts.filter(({ text }) => text !== '{{generated}}') : bodyTexts),
    ...textsIn(rawBody, ['request', 'rawBody']),
    ...textsIn(form, ['request', 'form']),
    ...textsIn(step.token?.claims, ['token', 'claims']),
    ...textsIn(step.token?.header, ['token', 'header']),
    ...textsIn(step.authorize?.audience, ['authorize', 'audience']),
    ...textsIn(step.expect.headers, ['expect', 'headers']),
    ...textsIn(step.expect.body, ['expect', 'body']),
  ];
}

function unknownNames(texts: Text[], { captured, env }: Known): CheckMistake[] {
  return texts.flatMap(({ at, text }) =>
    [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].flatMap((match) => {
      const name = match[1] ?? '';
      if (name.startsWith('env.')) {
        const variable = name.slice('env.'.length);
        if (env.includes(variable)) return [];
        const expected = env.length > 0 ? orList(env) : 'a `lab` in the frontmatter of lesson.md';
        const detail = `The lab of this lesson has no variable "${variable}".`;
        return [mistake(at, detail, expected, nearestName(variable, env))];
      }
      if (captured.includes(name) || /^day\.-?\d{1,4}$/.test(name)) return [];
      const expected = captured.length > 0 ? orList(captured) : 'a name that an earlier step captures';
      return [mistake(at, `No earlier step captures "${name}".`, expected, nearestName(name, captured))];
    }),
  );
}

function unknownMatchers(expected: Json | undefined, at: (string | number)[]): CheckMistake[] {
  if (Array.isArray(expected)) return expected.flatMap((item, index) => unknownMatchers(item, [...at, index]));
  if (!isJsonObject(expected)) return [];
  return Object.entries(expected).flatMap(([key, value]) => {
    const here = [...at, key];
    if (key.startsWith('$') && !MATCHER_NAMES.includes(key)) {
      return [mistake(here, `There is no matcher "${key}".`, orList(MATCHER_NAMES), nearestName(key, MATCHER_NAMES))];
    }
    // What stands in `$exact` is data, whatever its keys are called.
    return key === '$exact' ? [] : unknownMatchers(value, here);
  });
}

function unusableSchema(step: HttpStep): CheckMistake[] {
  const problem = step.expect.schema === undefined ? null : schemaMistake(step.expect.schema);
  return problem === null ? [] : [mistake(['expect', 'schema'], `This JSON Schema cannot be used: ${problem}.`)];
}

function unusableSources(sources: Record<string, string>, at: string[]): CheckMistake[] {
  return Object.entries(sources).flatMap(([name, source]) => {
    if (source === 'status' || /^header\.[^\s.]+$/.test(source) || /^body([.[].+)?$/.test(source)) return [];
    const expected = 'status, header.location or body.data.id';
    return [mistake([...at, name], `Nothing can be captured from "${source}".`, expected)];
  });
}

function textsIn(value: unknown, at: (string | number)[]): Text[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...at, key]));
}
