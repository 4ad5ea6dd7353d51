import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder whose code this process runs, and how its files appear in import URLs and stacks. */
export type Workspace = { dir: string; url: string };

let current: Workspace | undefined;

/** Sets the folder that counts as the learner's own from now on. */
export function enterWorkspace(dir: string): Workspace {
  current = { dir: path.resolve(dir), url: `${pathToFileURL(path.resolve(dir)).href}/` };
  return current;
}

export function currentWorkspace(): Workspace | undefined {
  return current;
}

/** Path of a file URL below the workspace with forward slashes, or undefined when it lies elsewhere. */
export function workspacePath(url: string): string | undefined {
  if (!current || !url.startsWith(current.url) || url.includes('/node_modules/')) return undefined;
  try {
    return path.relative(current.dir, fileURLToPath(url)).split(path.sep).join('/');
  } catch {
    return undefined;
  }
}
