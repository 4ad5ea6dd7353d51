import type { Package } from './lockfile.ts';

/** Licences that ask for no more than their text and the copyright line, which the notices give. */
const ALLOWED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0'];

/** Packages whose licence is allowed for them alone, each with the reason. */
export const EXCEPTIONS: Record<string, { licence: string; because: string }> = {
  '@fontsource-variable/inter': { licence: 'OFL-1.1', because: 'a font that is not sold and keeps its name' },
  '@fontsource-variable/jetbrains-mono': { licence: 'OFL-1.1', because: 'a font that is not sold and keeps its name' },
};

/**
 * Why a package may not be shipped; null when it may.
 * @param found its licence is an SPDX expression as npm knows it, such as "(MPL-2.0 OR Apache-2.0)"
 */
export function whyNotAllowed({
  name,
  version,
  licence,
}: Pick<Package, 'name' | 'version' | 'licence'>): string | null {
  if (EXCEPTIONS[name]?.licence === licence) return null;
  if (licence === '') return `${name} ${version} says nothing about its licence.`;
  return isAllowed(licence) ? null : `${name} ${version} has the licence ${licence}, which is not allowed.`;
}

/**
 * Of alternatives one must be allowed, of licences that hold together all. What is no SPDX expression is not allowed.
 * https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
 */
export function isAllowed(expression: string): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  const allowed = alternatives(tokens);
  return allowed && tokens.length === 0;
}

/** Each of these takes what it reads from the front of the tokens; AND binds more closely than OR. */
function alternatives(tokens: string[]): boolean {
  let allowed = together(tokens);
  while (take(tokens, 'OR')) allowed = together(tokens) || allowed;
  return allowed;
}

function together(tokens: string[]): boolean {
  let allowed = licence(tokens);
  while (take(tokens, 'AND')) allowed = licence(tokens) && allowed;
  return allowed;
}

function licence(tokens: string[]): boolean {
  if (!take(tokens, '(')) return ALLOWED.includes(tokens.shift() ?? '');
  const allowed = alternatives(tokens);
  return take(tokens, ')') && allowed;
}

function take(tokens: string[], token: string): boolean {
  if (tokens[0] !== token) return false;
  tokens.shift();
  return true;
}
