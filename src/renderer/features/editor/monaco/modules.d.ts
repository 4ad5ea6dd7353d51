/** Monaco ships these without declarations; this is what is used of them. */
declare module 'monaco-editor/language/typescript/ts.worker.js' {
  type Span = { start: number; length: number };
  export class TypeScriptWorker {
    constructor(context: unknown, createData: unknown);
    getScriptFileNames(): string[];
    getScriptVersion(file: string): string;
    /** The worker's copy of a model: another one after the model was made anew. */
    _getModel(file: string): object | null;
    getExtraLibs(): Record<string, { content: string; version: number }>;
    getLanguageService(): {
      getEncodedSemanticClassifications(file: string, span: Span, format: '2020'): { spans: number[] };
      getProgram(): { getSourceFile(file: string): { text: string } | undefined } | undefined;
    };
  }
  export function initialize(callback: (context: unknown, createData: unknown) => TypeScriptWorker): void;
}

declare module 'monaco-editor/languages/definitions/*/register.js';
declare module 'monaco-editor/editor/contrib/*.js';
declare module 'monaco-editor/editor/browser/widget/*.js';
declare module 'monaco-editor/features/*/register.js';
