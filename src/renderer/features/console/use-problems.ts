import { useDeferredValue, useMemo } from 'react';
import { PLAN_PATH } from '../../../contract/plan.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { StartFailure } from '../../../contract/sandbox.ts';
import type { Finding } from '../../../core/plan/finding.ts';
import type { PlanChange } from '../../../core/plan/plan-change.ts';
import type { EditorProblem } from '../../app/session-state.ts';
import { useSession } from '../../app/session-store.ts';
import { usePlanFindings } from '../../app/use-plan-findings.ts';

/** One line of the Problems tab. `open` is there when a file of the workspace can be shown. */
export type ListedProblem = {
  from: 'start' | 'plan' | 'types' | 'lesson';
  /** `advice` is no problem that stops anything. */
  tone: 'error' | 'warning' | 'advice';
  message: string;
  code?: string;
  where: string;
  open?: { path: string; line: number; column: number };
  fix?: { title: string; change: PlanChange };
};

const NONE: Problem[] = [];

/** Everything that is wrong now, the gravest first: the start, the plan, types, advice about the plan, the lesson's own files. */
export function useProblems(): ListedProblem[] {
  const failure = useSession((s) => s.live.failure);
  const plan = useSession((s) => s.documents.planProblems);
  const types = useSession((s) => s.editorProblems);
  const lesson = useSession((s) => s.lesson?.problems ?? NONE);
  const planText = useDeferredValue(useSession((s) => s.files.find((file) => file.path === PLAN_PATH)?.text ?? ''));
  const findings = usePlanFindings(planText);
  return useMemo(
    () => [
      ...(failure ? [ofStart(failure)] : []),
      ...plan.map(ofPlan),
      ...types.map(ofTypes),
      ...findings.map(ofAdvice),
      ...lesson.map(ofLesson),
    ],
    [failure, plan, types, lesson, findings],
  );
}

function ofStart({ code, message, file, line, column }: StartFailure): ListedProblem {
  return { from: 'start', tone: 'error', message, code, ...placeOf(file, line, column) };
}

function ofPlan({ code, message, file, line, column, nearest }: Problem): ListedProblem {
  const more = nearest && !message.includes(nearest) ? ` Did you mean ${nearest}?` : '';
  return { from: 'plan', tone: 'error', message: message + more, code, ...placeOf(file ?? PLAN_PATH, line, column) };
}

function ofTypes({ path, line, column, message, severity }: EditorProblem): ListedProblem {
  return { from: 'types', tone: severity, message, ...placeOf(path, line, column) };
}

function ofAdvice({ severity, message, line, column, rule, fix }: Finding): ListedProblem {
  const tone = severity === 'warning' ? 'warning' : 'advice';
  return { from: 'plan', tone, message, code: rule, ...(fix && { fix }), ...placeOf(PLAN_PATH, line, column) };
}

function ofLesson({ code, message, file, line }: Problem): ListedProblem {
  const where = [file, line].filter((part) => part !== undefined).join(':');
  return { from: 'lesson', tone: 'warning', message, code, where };
}

function placeOf(path?: string, line?: number, column = 1): Pick<ListedProblem, 'where' | 'open'> {
  if (!path) return { where: '' };
  const open = { path, line: line ?? 1, column };
  return { where: line ? `${path}:${line}` : path, open };
}
