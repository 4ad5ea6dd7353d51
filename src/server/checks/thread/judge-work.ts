import type { OpenApiRule } from '../../../contract/openapi-rule.ts';
import type { OpenApiDocument } from '../../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../../contract/session.ts';
import type { Finding } from '../../../core/openapi/findings.ts';
import type { SourceFound } from '../source/query-source.ts';

/** What is judged in the thread. */
export type JudgeWork =
  | { kind: 'openapi'; document: OpenApiDocument; rules: OpenApiRule[] }
  | { kind: 'source'; files: WorkspaceFile[]; query: string };

type Results = { openapi: { kind: 'openapi'; findings: Finding[] }; source: { kind: 'source' } & SourceFound };

export type JudgeResult<Kind extends JudgeWork['kind']> = Results[Kind];
export type JudgeOrder = { id: number; work: JudgeWork };
export type JudgeAnswer = { id: number; result: Results[JudgeWork['kind']] };
