import type { PlanRule } from '../../../src/contract/plan-rule.ts';
import { andList, orList } from '../../../src/core/wording/list.ts';

/** What a rule asks of a plan, as a sentence. */
export function ruleInWords(rule: PlanRule): string {
  switch (rule.rule) {
    case 'version':
      return `The version is ${rule.is}.`;
    case 'purpose':
      return `The purpose is told in at least ${rule.minWords} words.`;
    case 'audience':
      return `The audience is ${orList(rule.oneOf ?? ['internal', 'partner', 'public'])}.`;
    case 'resources':
      return `There ${rule.names.length === 1 ? 'is a resource' : 'are the resources'} ${andList(rule.names)}.`;
    case 'fields':
      return `${inTitle(rule.resource)} has the field${rule.names.length === 1 ? '' : 's'} ${andList(rule.names)}.`;
    case 'field':
      return `${inTitle(rule.resource)} has a field ${rule.name}${fieldInWords(rule)}.`;
    case 'read-only-id':
      return `${rule.resource === undefined ? 'Each resource' : inTitle(rule.resource)} has a field id that only the server sets.`;
    case 'business-rule':
      return `${inTitle(rule.resource)} has at least ${rule.min === 1 ? 'one business rule' : `${rule.min} business rules`}, in words.`;
    case 'plural-nouns':
      return 'Each resource is named by a plural noun, such as books.';
    case 'no-verbs-in-paths':
      return 'No part of a path is a verb: the method is the verb.';
    case 'kebab-case-paths':
      return 'Paths are small letters, digits and hyphens.';
    case 'versioned-base-path':
      return rule.is === undefined
        ? 'The base path has a version in it, such as /api/v1.'
        : `The base path is ${rule.is}.`;
    case 'paths-under-resource':
      return 'The path of each operation begins with the name of its resource.';
    case 'operation':
      return `There is ${rule.method} ${rule.path}${rule.statuses ? `, with ${statuses(rule.statuses)}` : ''}.`;
  }
}

function fieldInWords({ required, readOnly, described }: Extract<PlanRule, { rule: 'field' }>): string {
  const said = [
    ...(required === undefined ? [] : [required ? 'is always there' : 'may be left out']),
    ...(readOnly === undefined ? [] : [readOnly ? 'only the server sets' : 'clients may set']),
    ...(described ? ['is described in words'] : []),
  ];
  return said.length === 0 ? '' : ` that ${andList(said)}`;
}

const statuses = (numbers: readonly number[]): string =>
  `the ${numbers.length === 1 ? 'status' : 'statuses'} ${andList(numbers)}`;

const inTitle = (resource: string): string => `The resource ${resource}`;
