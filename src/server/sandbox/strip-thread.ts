import { stripTypeScriptTypes } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { StrippedFile } from '../../contract/sandbox.ts';
import type { StripOrder, StripResult } from './type-stripper.ts';

/** What is remembered of former edits, in characters of source. */
const REMEMBERED_CHARS = 4 * 1024 * 1024;

const remembered = new Map<string, StrippedFile>();
let rememberedChars = 0;

parentPort?.on('message', ({ id, file, text }: StripOrder) => {
  parentPort?.postMessage({ id, ...result(file, text) } satisfies StripResult);
});
stripTypeScriptTypes('const warm: string = String(1);');

function result(file: string, text: string): Omit<StripResult, 'id'> {
  const key = `${file}\0${text}`;
  const known = remembered.get(key);
  if (known) return { stripped: known, broken: false };
  try {
    const stripped = strip(file, text);
    remember(key, stripped);
    return { stripped, broken: false };
  } catch {
    return { stripped: null, broken: true };
  }
}

/** Throws when the parser itself broke, which nests too deep for it; it cannot be used again then. */
function strip(file: string, text: string): StrippedFile {
  try {
    return { code: stripTypeScriptTypes(text) };
  } catch (first) {
    if (!(first instanceof SyntaxError)) throw first;
    return refusal(file, text);
  }
}

/** Once more, now with the file's name, which else would stand in the code. */
function refusal(file: string, text: string): StrippedFile {
  try {
    return { code: stripTypeScriptTypes(text, { sourceUrl: file }) };
  } catch (error) {
    if (!(error instanceof SyntaxError && 'code' in error && typeof error.code === 'string')) throw error;
    const stack = (error.stack ?? '').split('\n    at ')[0] ?? '';
    return { refused: { code: error.code, message: error.message, stack } };
  }
}

function remember(key: string, stripped: StrippedFile): void {
  remembered.set(key, stripped);
  rememberedChars += key.length;
  for (const oldest of remembered.keys()) {
    if (rememberedChars <= REMEMBERED_CHARS) return;
    remembered.delete(oldest);
    rememberedChars -= oldest.length;
  }
}
