import type { CheckSummary } from '../../../../contract/api.ts';
import type { Verdict } from '../../../../contract/evidence.ts';
import type { Problem } from '../../../../contract/problem.ts';
import type { State } from '../../../app/session-state.ts';
import { type RouteLine, routeLines } from '../route-lines.ts';
import css from './annotations.module.css';
import type { Monaco } from './load.ts';
import type { WorkspaceModels } from './models.ts';
import { type Zone, zoneLayer } from './zones.ts';

type Editor = ReturnType<Monaco['editor']['create']>;
type Seen = Pick<State, 'activeFile' | 'documents' | 'traffic' | 'checks' | 'live' | 'lesson'>;

const LENS_HEIGHT = 21;
const NOTE_HEIGHT = 24;

/** Shows in the editor what the server says about the code: answers above routes, failed checks, what stops the start. */
export function annotations(monaco: Monaco, editor: Editor, models: WorkspaceModels): { show(state: Seen): void } {
  const layer = zoneLayer(editor);
  const marks = editor.createDecorationsCollection();
  editor.onDidScrollChange(({ scrollLeft }) =>
    editor.getContainerDomNode().style.setProperty('--code-scroll', `${scrollLeft}px`),
  );

  // The editor makes these lines as wide as its longest line of code; they end where the view ends.
  const fitView = () =>
    editor.getContainerDomNode().style.setProperty('--code-width', `${editor.getLayoutInfo().contentWidth - 16}px`);
  editor.onDidLayoutChange(fitView);
  fitView();

  return {
    show(state) {
      markProblems(monaco, models, state);
      const file = state.activeFile ?? '';
      const model = models.get(file);
      if (!model || model !== editor.getModel()) return;
      const lines = routeLines(file, state.documents.routes, state.traffic, state.checks.verdicts).filter(
        (line) => line.line <= model.getLineCount(),
      );
      const titles = new Map((state.lesson?.checks ?? []).map((check) => [check.id, check]));
      const noted = [...lines.flatMap((line) => notesOf(line, titles)), ...startNote(state, file)].filter(
        (note) => note.line <= model.getLineCount(),
      );
      layer.show([...lines.map(lens), ...noted.map(noteZone)]);
      marks.set(
        noted.flatMap(({ line, key }) => [
          {
            range: new monaco.Range(line, 1, line, 1),
            options: { isWholeLine: true, className: css.marked, marginClassName: css.markedMargin },
          },
          {
            range: new monaco.Range(
              line,
              Math.max(1, model.getLineFirstNonWhitespaceColumn(line)),
              line,
              model.getLineMaxColumn(line),
            ),
            // What stopped the start has a squiggle already, as a marker.
            options: { inlineClassName: key === 'start' ? null : css.wavy },
          },
        ]),
      );
    },
  };
}

type Note = { key: string; line: number; text: string; hover: string };

function notesOf(line: RouteLine, checks: Map<string, CheckSummary>): Note[] {
  const [first] = line.failing;
  if (!first) return [];
  const check = checks.get(first.checkId);
  const more = line.failing.length > 1 ? ` (and ${line.failing.length - 1} more)` : '';
  const text = `${check?.message ?? first.reason}${more}`;
  return [{ key: `note ${line.key}`, line: line.line, text, hover: `${check?.title ?? ''}: ${first.reason}` }];
}

function startNote(state: Seen, file: string): Note[] {
  const failure = state.live.status === 'failed' || state.live.status === 'stopped' ? state.live.failure : undefined;
  if (failure?.line === undefined || failure.file !== file) return [];
  return [{ key: 'start', line: failure.line, text: failure.message.split('\n')[0] ?? '', hover: failure.message }];
}

function lens(line: RouteLine): Zone {
  return {
    key: `lens ${line.key}`,
    line: line.line,
    above: true,
    height: LENS_HEIGHT,
    draw() {
      const root = element('div', css.lens);
      root.append(`${line.method} ${line.path} · `);
      const [failed] = line.failing;
      if (failed) root.append(element('b', css.bad, outcome(failed)));
      else if (line.last) root.append(element('b', line.last.status < 400 ? css.ok : css.bad, `${line.last.status}`));
      if (!line.last) root.append(failed ? '' : 'no requests yet');
      else root.append(` · ${inMs(line.last.ms)} · ${line.requests} ${line.requests === 1 ? 'request' : 'requests'}`);
      if (line.more > 0) root.append(` · and ${line.more.toLocaleString('en')} more routes`);
      return root;
    },
  };
}

function noteZone(note: Note): Zone {
  return {
    key: note.key,
    line: note.line,
    above: false,
    height: NOTE_HEIGHT,
    draw() {
      const root = element('div', css.note);
      const chip = element('span', undefined, note.text);
      chip.title = note.hover;
      root.append(chip);
      return root;
    },
  };
}

/** Marks that the hover, F8 and screen readers know: what stopped the start, what is wrong in the plan. */
function markProblems(monaco: Monaco, models: WorkspaceModels, state: Seen): void {
  const failure = state.live.status === 'failed' || state.live.status === 'stopped' ? state.live.failure : undefined;
  const start: Problem[] = failure ? [failure] : [];
  const plan = state.documents.planProblems.map((problem) => ({ ...problem, file: problem.file ?? 'plan.yaml' }));
  for (const [path, model] of models.all()) {
    const found = [...start, ...plan].filter((problem) => problem.file === path && problem.line !== undefined);
    const markers = found.flatMap((problem) => {
      const line = Math.min(problem.line ?? 1, model.getLineCount());
      const column = problem.column ?? Math.max(1, model.getLineFirstNonWhitespaceColumn(line));
      const expected = problem.expected ? `\nExpected: ${problem.expected}` : '';
      const nearest = problem.nearest ? `\nDid you mean "${problem.nearest}"?` : '';
      return {
        startLineNumber: line,
        startColumn: column,
        endLineNumber: line,
        endColumn: Math.max(column + 1, model.getLineMaxColumn(line)),
        message: problem.message + expected + nearest,
        code: problem.code,
        severity: monaco.MarkerSeverity.Error,
      };
    });
    const same = JSON.stringify(markers);
    if (lastMarks.get(model) === same) continue;
    lastMarks.set(model, same);
    monaco.editor.setModelMarkers(model, 'workbench', markers);
  }
}

const lastMarks = new WeakMap<object, string>();

/** "201, location missing": the status, unless the reason is about it anyway. */
function outcome({ evidence, reason }: Verdict): string {
  const status = evidence?.response ? `${evidence.response.status}` : '';
  return status === '' || reason.startsWith(status) ? reason : `${status}, ${reason}`;
}

function inMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

function element(tag: 'div' | 'span' | 'b', className: string | undefined, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
