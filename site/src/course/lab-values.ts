import type { Check } from '../../../src/contract/check.ts';
import { LAB_VARIABLES, type Lab } from '../../../src/contract/lab.ts';

/** A variable of the lab that a check uses, by its name, with what it is. */
export type LabValue = { name: string; means: string };

const MEANINGS: Record<string, string> = Object.assign({}, ...Object.values(LAB_VARIABLES));

/** The variables of the lab that a check uses, each once, in the order in which it does. */
export function labValues(check: Check, lab: Lab): LabValue[] {
  const used = JSON.stringify(check).matchAll(/\{\{\s*env\.([A-Z][A-Z0-9_]*)\s*\}\}/g);
  const names = new Set([...used].map(([, name = '']) => name));
  return [...names].map((name) => ({ name, means: meaningOf(name, lab) }));
}

function meaningOf(name: string, { env, secrets }: Lab): string {
  if (secrets.includes(name)) return 'A long random value that the lab makes.';
  return MEANINGS[name] ?? `${env[name] ?? 'A value'}, as the lesson sets it.`;
}
