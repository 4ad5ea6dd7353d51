import { initialize, TypeScriptWorker } from 'monaco-editor/language/typescript/ts.worker.js';

/** Node's own types, and what packages add to each other's: these count without an import. */
const ALWAYS = ['file:///node_modules/@types/node/index.d.ts', 'file:///node_modules/ambient.d.ts'];

/**
 * The TypeScript service of the editor. Three differences from Monaco's own:
 * declarations of packages are read when an import asks for them, not all at once; tokens are classified by meaning; and
 * a file of one lesson is not taken for the file of that name in another one, whose versions are counted from 1 as well.
 */
class WorkspaceWorker extends TypeScriptWorker {
  readonly #models = new WeakMap<object, number>();
  #made = 0;

  override getScriptFileNames(): string[] {
    const packages = this.getExtraLibs();
    return super.getScriptFileNames().filter((name) => !(name in packages) || ALWAYS.includes(name));
  }

  override getScriptVersion(file: string): string {
    const version = super.getScriptVersion(file);
    const model = this._getModel(file);
    if (!model) return version;
    if (!this.#models.has(model)) this.#models.set(model, ++this.#made);
    return `${this.#models.get(model)}.${version}`;
  }

  /** Triples of start, length and encoded class (TypeScript's 2020 format); offsets in UTF-16 units. */
  async semanticSpans(file: string): Promise<number[]> {
    const service = this.getLanguageService();
    const length = service.getProgram()?.getSourceFile(file)?.text.length ?? 0;
    return service.getEncodedSemanticClassifications(file, { start: 0, length }, '2020').spans;
  }
}

self.onmessage = () => initialize((context, createData) => new WorkspaceWorker(context, createData));
