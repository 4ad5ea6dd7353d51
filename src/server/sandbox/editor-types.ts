import type { Runtime } from './runtime.ts';

/** Type declarations for the editor: virtual path (file:///node_modules/…) to text. */
export async function editorTypes(_runtime: Runtime): Promise<{ path: string; text: string }[]> {
  return [];
}
