import type { Changes } from './read-changes.ts';

const FORM = /^(\d+)\.(\d+)\.(\d+)$/;
export const STEPS = ['major', 'minor', 'patch'] as const;
export type Step = (typeof STEPS)[number];

/** The three numbers of a version such as "0.2.0"; null for anything else, pre-releases too. */
export function readVersion(text: string): [number, number, number] | null {
  const [, major, minor, patch] = FORM.exec(text) ?? [];
  return major === undefined ? null : [Number(major), Number(minor), Number(patch)];
}

/** Whether `later` comes after `earlier`. Both must be versions. */
export function isLater(later: string, earlier: string): boolean {
  const a = readVersion(later) ?? [0, 0, 0];
  const b = readVersion(earlier) ?? [0, 0, 0];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** The version one step on. */
export function next(version: string, step: Step): string {
  const [major, minor, patch] = readVersion(version) ?? [0, 0, 0];
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * How large a step the changes are, by https://semver.org: before 1.0.0 a breaking change is a minor step.
 * @param version the last release
 */
export function stepOf({ breaking, sections }: Changes, version: string): Step {
  if (breaking.length > 0 && (readVersion(version)?.[0] ?? 0) > 0) return 'major';
  return breaking.length > 0 || sections.some(({ heading }) => heading === 'Added') ? 'minor' : 'patch';
}
