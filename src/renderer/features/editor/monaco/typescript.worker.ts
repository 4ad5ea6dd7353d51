import { initialize, TypeScriptWorker } from 'monaco-editor/language/typescript/ts.worker.js';

/** Node's own types, and what packages add to each other's: these count without an import. */
const ALWAYS = ['file:///node_modules/@types/node/index.d.ts', 'file:///node_modules/ambient.d.ts'];

/**
 * The TypeScript service of the editor. Two differences from Monaco's own:
 * declarations of packages are read when an import asks for them, not all at once; and tokens are classified by meaning.
 */
class WorkspaceWorker extends TypeScriptWorker {
  override getScriptFileNames(): string[] {
    const packages = this.getExtraLibs();
    return super.getScriptFileNames().filter((name) => !(name in packages) || ALWAYS.includes(name));
  }

  /** Triples of start, length and encoded class (TypeScript's 2020 format); offsets in UTF-16 units. */
  async semanticSpans(file: string): Promise<number[]> {
    const service = this.getLanguageService();
    const length = service.getProgram()?.getSourceFile(file)?.text.length ?? 0;
    return service.getEncodedSemanticClassifications(file, { start: 0, length }, '2020').spans;
  }
}

self.onmessage = () => initialize((context, createData) => new WorkspaceWorker(context, createData));
