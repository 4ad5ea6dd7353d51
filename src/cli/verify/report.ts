import type { Problem } from '../../contract/problem.ts';

/** What came of one variant. `failed`: ids of the checks that are failed, error or blocked, in the order of the checks. */
export type VariantReport = {
  ok: boolean;
  failed: string[];
  /** Why, by check id: the first line of evidence. */
  reasons: Record<string, string>;
  /** Why it does not start, if it does not. */
  startFailure?: string;
  ms: number;
  /** It was run again, in processes of its own, since it was not as declared at first. */
  again?: true;
};

export type MutantReport = VariantReport & { id: string; expected: string[] };

/** One lesson on one track. */
export type LessonReport = {
  id: string;
  stage: string;
  track: string;
  ok: boolean;
  starter: VariantReport;
  solution: VariantReport;
  mutants: MutantReport[];
  problems: Problem[];
};

/** What `verify` says of a course. `problems` are those of the course itself; `ms` for everything. */
export type VerifyReport = {
  course: string;
  ok: boolean;
  ms: number;
  typesMs: number;
  lessons: LessonReport[];
  problems: Problem[];
  /** What was left out, in words. */
  notes: string[];
};
