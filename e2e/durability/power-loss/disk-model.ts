import { basename, dirname } from 'node:path/posix';
import type { Operation } from './operation.ts';

/** A file or folder whatever its name is. */
type Node = FileNode | FolderNode;

class FileNode {
  readonly kind = 'file';
  /** What survives a power cut for certain. */
  durable = '';
  /** What a reader sees now. */
  text = '';
  /** Some other content than `text` may be found after a power cut. */
  isDirty = true;

  /** Everything that may be found in it after a power cut: the old, nothing, a part, the new. */
  outcomes(): string[] {
    if (!this.isDirty) return [this.text];
    return [...new Set([this.durable, '', this.text.slice(0, Math.floor(this.text.length / 2)), this.text])];
  }
}

/** A name that was given or taken away. */
type Naming = { name: string; node: Node | null; isDone: boolean };

class FolderNode {
  readonly kind = 'folder';
  readonly durable = new Map<string, Node | null>();
  /** What was done since, oldest first; each may have happened on the disk or not, in any order. */
  readonly pending: Naming[] = [];

  now(name: string): Node | null {
    return (
      this.pending.findLast((one) => one.name === name)?.node ??
      (this.isPending(name) ? null : (this.durable.get(name) ?? null))
    );
  }

  isPending(name: string): boolean {
    return this.pending.some((one) => one.name === name);
  }

  /** Everything that may have this name after a power cut. */
  outcomes(name: string): (Node | null)[] {
    const pending = this.pending.filter((one) => one.name === name).map((one) => one.node);
    return [...new Set([this.durable.get(name) ?? null, ...pending])];
  }
}

/**
 * A disk that keeps after a power cut only what was synced. Unsynced content of a file may be the old, nothing, a part or
 * the new; unsynced names may be there or not, each for itself. Only a rename is never half: the old name is not gone
 * before the new one is there.
 */
export class DiskModel {
  readonly #root = new FolderNode();
  readonly #open = new Map<number, Node>();
  /** What becomes certain when the operation with this id is done. */
  readonly #whenDone = new Map<number, () => void>();

  apply(operation: Operation): void {
    switch (operation.op) {
      case 'open': {
        const node =
          operation.kind === 'folder'
            ? this.#folder(operation.path)
            : (this.#find(operation.path) ?? this.#place(operation.id, operation.path, new FileNode()));
        this.#open.set(operation.fd, node);
        if (operation.emptied && node.kind === 'file') this.#write(node, '');
        return;
      }
      case 'write': {
        const node = this.#open.get(operation.fd);
        if (node?.kind === 'file') this.#write(node, node.text + operation.text);
        return;
      }
      case 'fsync':
        this.#sync(operation.id, this.#open.get(operation.fd));
        return;
      case 'rename': {
        const node = this.#find(operation.from) ?? new FileNode();
        this.#place(operation.id, operation.to, node);
        this.#place(operation.id, operation.from, null);
        return;
      }
      case 'unlink':
      case 'rmdir':
        this.#place(operation.id, operation.path, null);
        return;
      case 'mkdir':
        this.#place(operation.id, operation.path, new FolderNode());
        return;
      case 'done':
        this.#whenDone.get(operation.id)?.();
        this.#whenDone.delete(operation.id);
    }
  }

  /** Every text that may be found at `path` after a power cut now; null: nothing. */
  outcomes(path: string): Set<string | null> {
    return textsOf(this.#outcomes(path));
  }

  /** The same where it is certain that the folder `root` is there. */
  outcomesBelow(root: string, path: string): Set<string | null> {
    const roots = this.#outcomes(root).filter((node) => node !== null);
    return textsOf(roots.flatMap((node) => below([node], path)));
  }

  #outcomes(path: string): (Node | null)[] {
    return below([this.#root], path);
  }

  #find(path: string): Node | null {
    let node: Node | null = this.#root;
    for (const part of partsOf(path)) node = node?.kind === 'folder' ? node.now(part) : null;
    return node;
  }

  #place<T extends Node | null>(id: number, path: string, node: T): T {
    const folder = this.#folder(dirname(path));
    const naming: Naming = { name: basename(path), node, isDone: false };
    folder.pending.push(naming);
    const before = this.#whenDone.get(id);
    this.#whenDone.set(id, () => {
      before?.();
      naming.isDone = true;
    });
    return node;
  }

  /** A folder from before the trace began is durable. */
  #folder(path: string): FolderNode {
    if (partsOf(path).length === 0) return this.#root;
    const found = this.#find(path);
    if (found?.kind === 'folder') return found;
    const made = new FolderNode();
    this.#folder(dirname(path)).durable.set(basename(path), made);
    return made;
  }

  #write(file: FileNode, text: string): void {
    file.text = text;
    file.isDirty = true;
  }

  #sync(id: number, node: Node | undefined): void {
    if (!node) return;
    if (node.kind === 'file') {
      const { text } = node;
      this.#whenDone.set(id, () => {
        node.durable = text;
        node.isDirty = node.text !== text;
      });
      return;
    }
    const covered = node.pending.filter((one) => one.isDone);
    this.#whenDone.set(id, () => {
      for (const naming of covered) {
        if (!node.pending.includes(naming)) continue;
        node.pending.splice(node.pending.indexOf(naming), 1);
        node.durable.set(naming.name, naming.node);
      }
    });
  }
}

function below(nodes: Node[], path: string): (Node | null)[] {
  let found: (Node | null)[] = nodes;
  for (const part of partsOf(path)) {
    found = [...new Set(found.flatMap((node) => (node?.kind === 'folder' ? node.outcomes(part) : [null])))];
  }
  return found;
}

function partsOf(path: string): string[] {
  return path === '.' || path === '' ? [] : path.split('/');
}

function textsOf(nodes: (Node | null)[]): Set<string | null> {
  return new Set(nodes.flatMap((node) => (node?.kind === 'file' ? node.outcomes() : [null])));
}
