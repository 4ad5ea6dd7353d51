import { LineCounter, parseDocument } from 'yaml';
import { positionOf } from '../yaml/position.ts';
import type { Finding } from './finding.ts';
import { lintNames } from './lint-names.ts';
import { lintOperations } from './lint-operations.ts';
import { lintPaths } from './lint-paths.ts';
import { lintResources } from './lint-resources.ts';
import { readPlan } from './read-plan.ts';

/** Advice about a plan, in the order of its lines. None for a text that cannot be read: its problems come first. */
export function lintPlan(text: string): Finding[] {
  const plan = readPlan(text).value;
  if (!plan) return [];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  return [...lintNames(plan), ...lintResources(plan), ...lintPaths(plan), ...lintOperations(plan)]
    .map((found) => ({ ...found, ...positionOf(document, lines, found.path, isList(found.path)) }))
    .sort((one, other) => one.line - other.line || one.column - other.column);
}

/** Advice about a whole list stands at its name. */
function isList(path: Finding['path']): boolean {
  return path.at(-1) === 'fields' || path.at(-1) === 'operations';
}
