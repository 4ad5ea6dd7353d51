import 'monaco-editor/features/diffEditor/register.js';
import { monaco } from './load.ts';
import { languageOf, PLAIN_BRACKETS } from './models.ts';
import { CODE_FONT } from './start-editor.ts';
import { followTheme } from './theme.ts';

/** Shows two texts of a file in `host`, read only. Returns how to take them away. */
export function showDiff(host: HTMLElement, path: string, original: string, modified: string): () => void {
  const stopTheme = followTheme(monaco);
  const language = languageOf(path);
  const models = {
    original: monaco.editor.createModel(original, language),
    modified: monaco.editor.createModel(modified, language),
  };
  for (const model of Object.values(models)) model.updateOptions({ bracketColorizationOptions: PLAIN_BRACKETS });
  const editor = monaco.editor.createDiffEditor(host, {
    ...CODE_FONT,
    fontWeight: '450',
    fontLigatures: true,
    readOnly: true,
    automaticLayout: true,
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 700,
    renderOverviewRuler: false,
    hideUnchangedRegions: { enabled: true, contextLineCount: 4, minimumLineCount: 6 },
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 20,
    padding: { top: 10, bottom: 10 },
    guides: { indentation: false },
    unicodeHighlight: { ambiguousCharacters: false },
    originalAriaLabel: `${path}, left`,
    modifiedAriaLabel: `${path}, right`,
  });
  editor.setModel(models);
  return () => {
    editor.dispose();
    models.original.dispose();
    models.modified.dispose();
    stopTheme();
  };
}
