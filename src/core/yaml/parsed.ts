import type { Problem } from '../../contract/problem.ts';

/** What came of reading a file: the value, or null where the problems left nothing to use. */
export type Parsed<T> = { value: T | null; problems: Problem[] };
