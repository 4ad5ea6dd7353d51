import { DiskModel } from './disk-model.ts';
import type { Operation } from './operation.ts';

/** One call, in the order in which they were sent; each was answered before the next one left. */
export type Save = {
  /** Of the answer, such as /rpc/session/edit. */
  url: string;
  /** Path in the home to text; null: it is taken away. */
  files: ReadonlyMap<string, string | null>;
  /** A folder of which either nothing is there or all of `files`. */
  whole?: string;
  /** Texts that the history must have, for certain, before any of `files` may be otherwise than before. */
  keptFirst?: readonly string[];
};

export type PowerLoss = {
  /** Moments at which the power could fail. */
  moments: number;
  /** Files as they may be found at those moments, all told. */
  outcomes: number;
  /** Saves that were answered. */
  answered: number;
  /** Bad states, in words, each once. */
  bad: string[];
};

/** As src/server/workspace/atomic-write.ts names what is not finished; the sweep at the next start removes it. */
const TEMPORARY = /(^|\/)\.[^/]*\.rw-(tmp|new)(\/|$)/;

/** Lets the power fail after each operation, and looks at everything that could then be found under each name. */
export function judgeTrace(
  trace: readonly Operation[],
  saves: readonly Save[],
  before: ReadonlyMap<string, string>,
): PowerLoss {
  const disk = new DiskModel();
  const promised = new Map<string, string | null>(before);
  const result: PowerLoss = { moments: 0, outcomes: 0, answered: 0, bad: [] };
  const bad = new Map<string, string>();
  const versions = new Set<string>();
  for (const operation of trace) {
    disk.apply(operation);
    if (operation.op === 'rename' && operation.to.startsWith('versions/')) versions.add(operation.to);
    const save = saves[result.answered];
    if (operation.op === 'answer' && save?.url === operation.url) {
      for (const [path, text] of save.files) promised.set(path, text);
      result.answered += 1;
    }
    const underWay = saves[result.answered];
    result.moments += 1;
    const found = (what: string) => {
      if (!bad.has(what)) bad.set(what, `${what}, first after ${operation.op}, with ${result.answered} answered`);
    };
    for (const path of new Set([...promised.keys(), ...(underWay?.files.keys() ?? [])])) {
      const allowed = [promised.get(path) ?? null];
      if (underWay?.files.has(path)) allowed.push(underWay.files.get(path) ?? null);
      for (const text of disk.outcomes(path)) {
        result.outcomes += 1;
        if (!allowed.includes(text)) found(`${path} may be ${described(text)}`);
      }
    }
    for (const path of versions) {
      if (TEMPORARY.test(path)) continue;
      for (const text of disk.outcomes(path)) {
        result.outcomes += 1;
        if (text !== null && !isVersion(text)) found(`${path} may be ${described(text)}`);
      }
    }
    if (underWay) judgeUnderWay(disk, underWay, promised, versions, found);
  }
  return { ...result, bad: [...bad.values()] };
}

function judgeUnderWay(
  disk: DiskModel,
  { files, whole, keptFirst = [] }: Save,
  promised: ReadonlyMap<string, string | null>,
  versions: ReadonlySet<string>,
  bad: (what: string) => void,
): void {
  if (whole !== undefined) {
    for (const [path, text] of files) {
      for (const found of disk.outcomesBelow(whole, path.slice(whole.length + 1))) {
        if (found !== text) bad(`${whole} may be there while ${path} is ${described(found)}`);
      }
    }
  }
  const isTouched = [...files.keys()].some((path) => {
    return [...disk.outcomes(path)].some((text) => text !== (promised.get(path) ?? null));
  });
  if (!isTouched) return;
  for (const text of keptFirst) {
    const isCertain = [...versions].some((path) =>
      [...disk.outcomes(path)].every((one) => one !== null && keeps(one, text)),
    );
    if (!isCertain) bad(`a text may be replaced while the history may lack it`);
  }
}

function isVersion(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text).files);
  } catch {
    return false;
  }
}

function keeps(version: string, text: string): boolean {
  return isVersion(version) && version.includes(JSON.stringify(text));
}

function described(text: string | null): string {
  if (text === null) return 'missing';
  return text === '' ? 'empty' : `${JSON.stringify(text.slice(0, 30))} (${text.length} characters)`;
}
