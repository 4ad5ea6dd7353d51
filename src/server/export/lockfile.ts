import { z } from 'zod';

const Dependencies = z.record(z.string(), z.string()).default({});

/** What matters of an entry of a package-lock.json; the rest of it is kept as it is. */
const Entry = z.looseObject({
  dev: z.boolean().optional(),
  peer: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  version: z.string().optional(),
  dependencies: Dependencies,
  optionalDependencies: Dependencies,
  peerDependencies: Dependencies,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
});
type Entry = z.infer<typeof Entry>;

const NOTHING: Entry = Entry.parse({});

const Lockfile = z.object({ packages: z.record(z.string(), z.unknown()) });

/** A package-lock.json, version 3: path such as `node_modules/fastify` to what is locked there. */
export type Locked = ReadonlyMap<string, Entry>;

/** Reads the text of a package-lock.json of version 3. Throws a ZodError or SyntaxError when it is none. */
export function readLockfile(text: string): Locked {
  const { packages } = Lockfile.parse(JSON.parse(text));
  return new Map(Object.entries(packages).map(([path, entry]) => [path, Entry.parse(entry)]));
}

type Manifest = {
  name: string;
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/**
 * The part of a larger lockfile that a smaller project needs, as its package-lock.json: the same versions with the same
 * integrity in the same places. What only devDependencies lead to is marked as npm marks it.
 */
export function partOfLockfile(whole: Locked, manifest: Manifest): string {
  const needed = closure(whole, Object.keys(manifest.dependencies));
  const all = closure(whole, [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]);
  const entries = [...all].toSorted().map((path): [string, unknown] => {
    const { dev: _dev, peer: _peer, devOptional: _devOptional, ...entry } = whole.get(path) ?? NOTHING;
    return [path, { ...withoutEmpty(entry), ...(needed.has(path) ? {} : { dev: true }) }];
  });
  const { name, version, dependencies, devDependencies } = manifest;
  const root = { name, version, dependencies, devDependencies };
  const file = {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: Object.fromEntries([['', root], ...entries]),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function closure(whole: Locked, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = names.map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const path = resolved(whole, next.name, next.from);
    if (path === undefined || found.has(path)) continue;
    found.add(path);
    for (const name of neededBy(whole.get(path))) waiting.push({ name, from: path });
  }
  return found;
}

/** Where Node finds `name` from the package at `from`: its own node_modules, then those of the packages around it. */
function resolved(whole: Locked, name: string, from: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (whole.has(path)) return path;
    if (at === '') return undefined;
  }
}

function neededBy(entry: Entry | undefined): string[] {
  if (!entry) return [];
  const peers = Object.keys(entry.peerDependencies).filter((name) => !entry.peerDependenciesMeta[name]?.optional);
  return [...Object.keys(entry.dependencies), ...Object.keys(entry.optionalDependencies), ...peers];
}

function withoutEmpty(entry: object): object {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0,
    ),
  );
}
