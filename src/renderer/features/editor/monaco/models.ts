import type { WorkspaceFile } from '../../../../contract/session.ts';
import type { Monaco } from './load.ts';

type Model = ReturnType<Monaco['editor']['createModel']>;
type Kept = { model: Model; listener: { dispose(): void } };

export type WorkspaceModels = {
  get(path: string): Model | undefined;
  all(): Map<string, Model>;
  /** Brings the models in line with the files; text that differs is replaced in place, so cursor and undo stay. */
  sync(files: WorkspaceFile[]): void;
  /** Forgets everything: another lesson is open. */
  clear(): void;
};

/** Brackets in the colour of the text: the code and the verdicts are loud enough. */
export const PLAIN_BRACKETS = { enabled: false, independentColorPoolPerBracketType: false };
const ROOT = 'file:///workspace/';

/**
 * One model for each file of the workspace (file:///workspace/<path>), so that imports between them are checked.
 * `onEdit` gets the whole text after each change that the person made.
 */
export function workspaceModels(monaco: Monaco, onEdit: (path: string, text: string) => void): WorkspaceModels {
  const kept = new Map<string, Kept>();
  let replacing = false;

  function add(file: WorkspaceFile): void {
    const uri = monaco.Uri.parse(ROOT + file.path.split('/').map(encodeURIComponent).join('/'));
    const model = monaco.editor.createModel(file.text, languageOf(file.path), uri);
    model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: PLAIN_BRACKETS });
    const listener = model.onDidChangeContent(() => {
      if (!replacing) onEdit(file.path, model.getValue());
    });
    kept.set(file.path, { model, listener });
  }

  function remove(path: string): void {
    const entry = kept.get(path);
    entry?.listener.dispose();
    entry?.model.dispose();
    kept.delete(path);
  }

  function replace(model: Model, text: string): void {
    const old = model.getValue();
    if (old === text) return;
    const { start, end, with: inserted } = difference(old, text);
    const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
    replacing = true;
    try {
      model.pushStackElement();
      model.pushEditOperations([], [{ range, text: inserted }], () => null);
      model.pushStackElement();
    } finally {
      replacing = false;
    }
  }

  return {
    get: (path) => kept.get(path)?.model,
    all: () => new Map([...kept].map(([path, entry]) => [path, entry.model])),
    sync(files) {
      const there = new Set(files.map((file) => file.path));
      for (const path of [...kept.keys()]) if (!there.has(path)) remove(path);
      for (const file of files) {
        const entry = kept.get(file.path);
        if (entry) replace(entry.model, file.text);
        else add(file);
      }
    },
    clear() {
      for (const path of [...kept.keys()]) remove(path);
    },
  };
}

/** The one stretch in which two texts differ: offsets in the old text, and what stands there in the new one. */
export function difference(old: string, text: string): { start: number; end: number; with: string } {
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old[start] === text[start]) start += 1;
  let same = 0;
  while (same < shorter - start && old[old.length - 1 - same] === text[text.length - 1 - same]) same += 1;
  return { start, end: old.length - same, with: text.slice(start, text.length - same) };
}

const LANGUAGES: Record<string, string> = {
  ts: 'typescript',
  mts: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  md: 'markdown',
  sql: 'sql',
  sh: 'shell',
  env: 'ini',
  ini: 'ini',
};

/** Monaco's name for the language of a file. */
export function languageOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  if (/^Dockerfile|\.dockerfile$/i.test(name)) return 'dockerfile';
  return LANGUAGES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'plaintext';
}
