import core, { type RulesetDefinition } from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import type { Json } from '../../../contract/ids.ts';
import { OpenApiRule } from '../../../contract/openapi-rule.ts';
import type { OpenApiDocument } from '../../../contract/sandbox.ts';
import { isJsonObject } from '../../../core/json/json-type.ts';
import type { Finding } from '../../../core/openapi/findings.ts';
import { OWN_RULES } from './own-rules.ts';

const known = new Map<string, InstanceType<typeof core.Ruleset>>();

/**
 * Where the document does not keep the rules. Operations of HEAD, which a framework adds by itself, are not looked at.
 * References that lead out of the document are taken out first: Spectral would read files and addresses for them.
 */
export async function lintDocument(document: OpenApiDocument, rules: readonly OpenApiRule[]): Promise<Finding[]> {
  const spectral = new core.Spectral();
  spectral.setRuleset(rulesetOf(rules));
  const results = await spectral.run({ ...closed(withoutHead(document)) });
  const findings = results.flatMap(({ code, path, message }): Finding[] => {
    const rule = OpenApiRule.safeParse(code);
    return rule.success ? [{ rule: rule.data, path, detail: message }] : [];
  });
  return findings.toSorted((one, other) => rules.indexOf(one.rule) - rules.indexOf(other.rule));
}

function rulesetOf(rules: readonly OpenApiRule[]): InstanceType<typeof core.Ruleset> {
  const key = rules.join(' ');
  const ruleset = known.get(key) ?? new core.Ruleset(definition(rules));
  known.set(key, ruleset);
  return ruleset;
}

function definition(rules: readonly OpenApiRule[]): RulesetDefinition {
  return {
    extends: [[rulesets.oas as RulesetDefinition, 'off']],
    rules: Object.fromEntries(rules.map((rule) => [rule, OWN_RULES[rule] ?? 'warn'])),
  };
}

function withoutHead(document: OpenApiDocument): OpenApiDocument {
  if (!isJsonObject(document.paths)) return document;
  const paths = Object.entries(document.paths).flatMap(([path, item]): [string, Json][] => {
    if (!isJsonObject(item) || item.head === undefined) return [[path, item]];
    const { head: _, ...others } = item;
    return Object.keys(others).length === 0 ? [] : [[path, others]];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

function closed(document: OpenApiDocument): OpenApiDocument {
  const close = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(close);
    if (!isJsonObject(value)) return value;
    const kept = Object.entries(value).filter(([key, inner]) => key !== '$ref' || isInside(inner));
    return Object.fromEntries(kept.map(([key, inner]) => [key, close(inner)]));
  };
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, close(value)]));
}

/** A `$ref` that is no text is the name of a field. */
function isInside(reference: Json): boolean {
  return typeof reference !== 'string' || reference.startsWith('#');
}
