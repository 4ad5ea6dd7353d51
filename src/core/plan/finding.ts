import type { PlanChange } from './plan-change.ts';

/** Advice about a plan; it never blocks. */
export type Finding = {
  /** Which rule, in kebab-case: "plural-name". */
  rule: string;
  /** `warning`: clients will meet it. `info`: worth a thought. */
  severity: 'warning' | 'info';
  /** What it is about: ["resources", 0, "name"]. */
  path: (string | number)[];
  /** From 1. */
  line: number;
  column: number;
  /** What is there, in one line. */
  message: string;
  /** Why it matters, in a sentence or two. */
  why: string;
  fix?: { title: string; change: PlanChange };
};

/** A finding before its place in the text is known. */
export type Found = Omit<Finding, 'line' | 'column'>;
