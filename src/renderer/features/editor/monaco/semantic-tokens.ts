import type { Monaco, typescript as TypeScript } from './load.ts';

/** Classes of TypeScript's 2020 format, in its order; those without a colour of their own are left to the grammar. */
const CLASSES = ['type', 'type', 'type', '', 'type', 'type', '', '', '', '', 'function', 'function'] as const;
const LEGEND = ['type', 'function'];
const CLASS_SHIFT = 8;

type Spans = { semanticSpans(file: string): Promise<number[]> };

/** Colours names by what they mean (a function, a type), which a grammar cannot know. Returns how to refresh them. */
export function semanticTokens(monaco: Monaco, typescript: typeof TypeScript): { refresh(): void; dispose(): void } {
  const changed = new monaco.Emitter<void>();
  const provider = monaco.languages.registerDocumentSemanticTokensProvider(
    { language: 'typescript', scheme: 'file' },
    {
      onDidChange: changed.event,
      getLegend: () => ({ tokenTypes: LEGEND, tokenModifiers: [] }),
      releaseDocumentSemanticTokens: () => {},
      async provideDocumentSemanticTokens(model) {
        const version = model.getVersionId();
        // Refused until the language has been set up; `refresh` asks again once the declarations are there.
        const service = await typescript.getTypeScriptWorker().catch(() => null);
        if (!service) return null;
        const worker = await service(model.uri);
        // The worker is our own (typescript.worker.ts); Monaco's type only knows the methods of its base class.
        const spans = await (worker as unknown as Spans).semanticSpans(model.uri.toString());
        if (model.isDisposed()) return null;
        // Monaco takes "busy" as: keep the colours that are there and ask again.
        if (model.getVersionId() !== version) throw new Error('busy');
        return { data: encode(spans, (offset) => model.getPositionAt(offset)) };
      },
    },
  );
  return {
    refresh: () => changed.fire(),
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}

/** TypeScript's absolute spans as Monaco takes them: five numbers each, relative to the token before. */
function encode(spans: number[], at: (offset: number) => { lineNumber: number; column: number }): Uint32Array {
  const data: number[] = [];
  let line = 1;
  let column = 1;
  for (let index = 0; index + 2 < spans.length; index += 3) {
    const name = CLASSES[((spans[index + 2] ?? 0) >> CLASS_SHIFT) - 1] ?? '';
    if (name === '') continue;
    const start = at(spans[index] ?? 0);
    const sameLine = start.lineNumber === line;
    data.push(start.lineNumber - line, start.column - (sameLine ? column : 1), spans[index + 1] ?? 0);
    data.push(LEGEND.indexOf(name), 0);
    line = start.lineNumber;
    column = start.column;
  }
  return new Uint32Array(data);
}
