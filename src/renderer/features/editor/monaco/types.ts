import { STRICTNESS } from '../../../../contract/compiler-options.ts';
import type { EditorProblem } from '../../../app/session-state.ts';
import type { Monaco, typescript as TypeScript } from './load.ts';
import type { WorkspaceModels } from './models.ts';

const SETTLE_MS = 150;
const OWNER = 'typescript';

/** Modules as Monaco's compiler finds them among what it was given; lib names as the compiler's own files are called. */
const COMPILER_OPTIONS = {
  target: 99,
  module: 99,
  moduleResolution: 100,
  lib: ['lib.esnext.d.ts'],
  types: [],
  ...STRICTNESS,
};

export type TypeChecker = {
  /** Declarations of packages, once they are there; until then only syntax is checked. */
  setDeclarations(files: { path: string; text: string }[]): void;
  /** Checks all TypeScript files again soon, the one in front first. */
  schedule(): void;
  dispose(): void;
};

/** Marks type errors while typing, in every file of the workspace, and hands all of them to `onProblems`. */
export function typeChecker(
  monaco: Monaco,
  typescript: typeof TypeScript,
  models: WorkspaceModels,
  front: () => string | null,
  onProblems: (problems: EditorProblem[]) => void,
): TypeChecker {
  const { typescriptDefaults: defaults } = typescript;
  defaults.setCompilerOptions(COMPILER_OPTIONS);
  // Monaco's own adapter looks at one file at a time and reports every import until the declarations have arrived.
  defaults.setModeConfiguration({ ...defaults.modeConfiguration, diagnostics: false, inlayHints: false });
  let declared = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let generation = 0;

  async function check(): Promise<void> {
    generation += 1;
    const mine = generation;
    const all = [...models.all()].filter(([, model]) => model.getLanguageId() === 'typescript');
    if (all.length === 0) return onProblems([]);
    const inFront = front();
    all.sort(([a], [b]) => Number(b === inFront) - Number(a === inFront));
    const worker = await (await typescript.getTypeScriptWorker())(...all.map(([, model]) => model.uri));
    for (const [, model] of all) {
      if (mine !== generation || model.isDisposed()) return;
      const file = model.uri.toString();
      const found = declared
        ? await Promise.all([
            worker.getSyntacticDiagnostics(file),
            worker.getSemanticDiagnostics(file),
            worker.getSuggestionDiagnostics(file),
          ])
        : [await worker.getSyntacticDiagnostics(file)];
      if (mine !== generation || model.isDisposed()) return;
      monaco.editor.setModelMarkers(
        model,
        OWNER,
        found.flat().map((diagnostic) => toMarker(monaco, model, diagnostic)),
      );
    }
    onProblems(problems(monaco, models));
  }

  function schedule(delay = SETTLE_MS): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      check().catch(() => {
        // A file was closed or the service was stopped under the check; the next change starts another one.
      });
    }, delay);
  }

  return {
    setDeclarations(files) {
      defaults.setExtraLibs(files.map((file) => ({ filePath: file.path, content: file.text })));
      declared = true;
      schedule(0);
    },
    schedule: () => schedule(),
    dispose() {
      generation += 1;
      clearTimeout(timer);
    },
  };
}

type Model = NonNullable<ReturnType<WorkspaceModels['get']>>;
type Diagnostic = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof TypeScript.getTypeScriptWorker>>>>['getSemanticDiagnostics']>
>[number];

function toMarker(monaco: Monaco, model: Model, diagnostic: Diagnostic) {
  const from = model.getPositionAt(diagnostic.start ?? 0);
  const to = model.getPositionAt((diagnostic.start ?? 0) + (diagnostic.length ?? 1));
  const { Error: error, Warning: warning, Hint: hint } = monaco.MarkerSeverity;
  const unused = diagnostic.reportsUnnecessary !== undefined;
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
    message: flatten(diagnostic.messageText),
    code: `ts(${diagnostic.code})`,
    severity: diagnostic.category === 1 ? error : diagnostic.category === 0 ? warning : hint,
    tags: unused ? [monaco.MarkerTag.Unnecessary] : [],
  };
}

/** A message with its causes, each on a line of its own, indented. */
function flatten(message: Diagnostic['messageText'], depth = 0): string {
  if (typeof message === 'string') return message;
  const rest = (message.next ?? []).map((next) => flatten(next, depth + 1));
  return ['  '.repeat(depth) + message.messageText, ...rest].join('\n');
}

function problems(monaco: Monaco, models: WorkspaceModels): EditorProblem[] {
  return [...models.all()].flatMap(([path, model]) =>
    monaco.editor
      .getModelMarkers({ owner: OWNER, resource: model.uri })
      .filter((marker) => marker.severity >= monaco.MarkerSeverity.Warning)
      .map((marker) => ({
        path,
        line: marker.startLineNumber,
        column: marker.startColumn,
        message: marker.message.split('\n')[0] ?? marker.message,
        severity: marker.severity === monaco.MarkerSeverity.Error ? ('error' as const) : ('warning' as const),
      })),
  );
}
