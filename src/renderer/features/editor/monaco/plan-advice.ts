import { PLAN_PATH } from '../../../../contract/plan.ts';
import type { Finding } from '../../../../core/plan/finding.ts';
import type { Monaco } from './load.ts';
import { difference, type WorkspaceModels } from './models.ts';

const OWNER = 'plan-advice';

/** What is known of plans is fetched for the first one: the editor waits for none of it. */
const aboutPlans = async () => {
  const [{ findingsOf }, { editPlan }] = await Promise.all([
    import('../../../app/plan-findings.ts'),
    import('../../../../core/plan/edit-plan.ts'),
  ]);
  return { findingsOf, editPlan };
};

/** Marks advice about the plan in its YAML, each with its fix as a quick fix. */
export function planAdvice(monaco: Monaco, models: WorkspaceModels): { show(): Promise<void>; dispose(): void } {
  let shown: { model: object; findings: readonly Finding[] } | null = null;

  const actions = monaco.languages.registerCodeActionProvider('yaml', {
    async provideCodeActions(model, range) {
      if (model !== models.get(PLAN_PATH)) return { actions: [], dispose() {} };
      const { findingsOf, editPlan } = await aboutPlans();
      if (model.isDisposed()) return { actions: [], dispose() {} };
      const text = model.getValue();
      const found = findingsOf(text).filter(({ line }) => line >= range.startLineNumber && line <= range.endLineNumber);
      return {
        actions: found.flatMap(({ fix, message }) => {
          if (!fix) return [];
          const { start, end, with: inserted } = difference(text, editPlan(text, fix.change));
          const place = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
          const edits = [{ resource: model.uri, versionId: undefined, textEdit: { range: place, text: inserted } }];
          return [{ title: `${fix.title} (${message})`, kind: 'quickfix', isPreferred: true, edit: { edits } }];
        }),
        dispose() {},
      };
    },
  });

  return {
    async show() {
      const model = models.get(PLAN_PATH);
      if (!model) return;
      const { findingsOf } = await aboutPlans();
      if (model.isDisposed()) return;
      const findings = findingsOf(model.getValue());
      if (shown?.model === model && shown.findings === findings) return;
      shown = { model, findings };
      monaco.editor.setModelMarkers(
        model,
        OWNER,
        findings.map(({ line, column, message, why, severity, rule }) => ({
          startLineNumber: line,
          startColumn: column,
          endLineNumber: line,
          endColumn: column + lengthOf(model.getLineContent(Math.min(line, model.getLineCount())).slice(column - 1)),
          message: `${message}\n${why}`,
          code: rule,
          severity: severity === 'warning' ? monaco.MarkerSeverity.Warning : monaco.MarkerSeverity.Info,
        })),
      );
    },
    dispose: () => actions.dispose(),
  };
}

/** How long the value is that a rest of a line begins with: a quoted text, a list in brackets, or words. */
function lengthOf(rest: string): number {
  const value = /^(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\}|[^,#\]}]+)/.exec(rest)?.[0] ?? '';
  return Math.max(1, value.trimEnd().length);
}
