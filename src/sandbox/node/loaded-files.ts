const files = new Set<string>();

/** Remembers that a file of the workspace (relative path) was loaded. */
export function fileLoaded(file: string): void {
  files.add(file);
}

/** Files of the workspace in the order in which they were loaded. */
export function loadedFiles(): string[] {
  return [...files];
}

export function forgetLoadedFiles(): void {
  files.clear();
}
