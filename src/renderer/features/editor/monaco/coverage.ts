import type { TestRun } from '../../../../contract/learner-tests.ts';
import type { FileCoverage } from '../../../../contract/test-result.ts';
import css from './coverage.module.css';
import type { Monaco } from './load.ts';

type Editor = ReturnType<Monaco['editor']['create']>;
type Decoration = { range: InstanceType<Monaco['Range']>; options: { linesDecorationsClassName: string | null } };

/**
 * Marks beside the line numbers which lines the learner's tests run: a thin bar where they do, a thick one where they do
 * not. A legend stands in the corner as long as there are marks.
 */
export function coverageGutter(
  monaco: Monaco,
  editor: Editor,
): { show(tests: Pick<TestRun, 'coverage'>, path: string | null): void } {
  const marks = editor.createDecorationsCollection();
  const legend = { getId: () => 'coverage-legend', getDomNode: () => node, getPosition: () => CORNER };
  const CORNER = { preference: monaco.editor.OverlayWidgetPositionPreference.BOTTOM_RIGHT_CORNER };
  const node = legendNode();
  let shown: { file: FileCoverage; model: ReturnType<Editor['getModel']> } | null = null;
  let hasLegend = false;

  function show({ coverage }: Pick<TestRun, 'coverage'>, path: string | null): void {
    const model = editor.getModel();
    const file = coverage.find((one) => one.path === path);
    // Marks move with the text; only newer ones replace them.
    if (shown?.file === file && shown?.model === model) return;
    shown = file ? { file, model } : null;
    const last = model?.getLineCount() ?? 0;
    marks.set(
      file ? [...decorations(file.covered, css.covered, last), ...decorations(file.missed, css.missed, last)] : [],
    );
    if (hasLegend === (file !== undefined)) return;
    hasLegend = file !== undefined;
    if (hasLegend) editor.addOverlayWidget(legend);
    else editor.removeOverlayWidget(legend);
  }

  function decorations(lines: readonly number[], className: string | undefined, last: number): Decoration[] {
    return lines
      .filter((line) => line <= last)
      .map((line) => ({
        range: new monaco.Range(line, 1, line, 1),
        options: { linesDecorationsClassName: className ?? null },
      }));
  }

  return { show };
}

function legendNode(): HTMLElement {
  const node = document.createElement('div');
  node.className = css.legend ?? '';
  for (const [kind, text] of [
    [css.covered, 'a test runs it'],
    [css.missed, 'no test runs it'],
  ]) {
    const mark = document.createElement('i');
    mark.className = kind ?? '';
    const entry = document.createElement('span');
    entry.append(mark, text ?? '');
    node.append(entry);
  }
  return node;
}
