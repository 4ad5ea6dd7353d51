import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** One project to check: file names relative to it. `key` names it in the answer and is a path segment or several. */
export type TypedProject = { key: string; files: { path: string; text: string }[] };

/** A file as it is in several projects, with all that it imports. It stands for them all under the first one's name. */
export type DistinctFile = { path: string; text: string; projects: TypedProject[] };

/** Projects that can be one program, by `<project key>/<path>` the file that stands there. */
export type ProjectGroup = Map<string, DistinctFile>;

const IMPORTED = /\b(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g;
const GLOBAL = /\bdeclare\s+(?:module|global)\b[\s\S]*?^\}/gm;
const NAMED = /\bimport\s+(?:type\s+)?\{([^}]*)\}\s*from\s*(['"])(\.{1,2}\/[^'"]+)\2/g;

/**
 * The TypeScript files of many projects, equal ones once: most files of a lesson are those of the lesson before, and
 * checking them again would find the same. Projects that declare something global (`declare module`, `declare global`)
 * are one group only with those that declare the same, or they would change what the others see: the same text and the same
 * of the types that it names, or `strictly` the same of all that its file imports.
 */
export function projectGroups(projects: readonly TypedProject[], strictly: boolean): ProjectGroup[] {
  const groups = new Map<string, { files: ProjectGroup; known: Map<string, DistinctFile> }>();
  for (const project of projects) {
    const sources = project.files.filter(({ path }) => path.endsWith('.ts'));
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    const declared = sources.flatMap(({ path, text }) => {
      const own = [...text.matchAll(GLOBAL)].map(([declaration]) => declaration);
      if (own.length === 0) return [];
      return strictly ? [keyOf(path, texts)] : [...own, ...namedTypes(own.join('\n'), path, texts)];
    });
    const group = made(groups, declared.sort().join(), () => ({ files: new Map(), known: new Map() }));
    for (const { path, text } of sources) {
      const file = made(group.known, keyOf(path, texts), () => ({ path, text, projects: [] }));
      file.projects.push(project);
      group.files.set(`${project.key}/${path}`, file);
    }
  }
  return [...groups.values()].map(({ files }) => files);
}

function made<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** What the types are that `declared`, which stands in the file `path`, names, as far as that is seen from their own text. */
function namedTypes(declared: string, path: string, texts: ReadonlyMap<string, string>): string[] {
  const text = texts.get(path) ?? '';
  const imported = [...text.matchAll(NAMED)].flatMap(([, names = '', , target = '']) => {
    const from = texts.get(posix.join(posix.dirname(path), target)) ?? '';
    return [...names.matchAll(/\w+/g)].map(([name]): [string, string] => [name, from]);
  });
  return imported.flatMap(([name, from]) => (new RegExp(`\\b${name}\\b`).test(declared) ? [typeText(name, from)] : []));
}

/** How `text` declares a type, up to the next blank line; all of it where that is not seen. */
function typeText(name: string, text: string): string {
  const declaration = new RegExp(`^export\\s+(?:interface|type)\\s+${name}\\b[\\s\\S]*?(?=^$)`, 'm');
  return declaration.exec(`${text}\n`)?.[0] ?? text;
}

/** Names a file and all that it imports, at any distance, with their texts. */
function keyOf(path: string, texts: ReadonlyMap<string, string>): string {
  const files = new Set([path]);
  for (const file of files)
    for (const [, , target = ''] of (texts.get(file) ?? '').matchAll(IMPORTED))
      files.add(posix.join(posix.dirname(file), target));
  const hash = createHash('sha256').update(path);
  for (const file of [...files].sort()) hash.update(`\0${file}\0${texts.get(file) ?? ''}`);
  return hash.digest('hex');
}
