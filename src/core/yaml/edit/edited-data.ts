import type { Json } from '../../../contract/ids.ts';
import type { YamlEdit } from './yaml-edit.ts';

type Holder = Json[] | { [key: string]: Json };

/** What the data must be after an edit. Null when the edit names a place that is not there. */
export function editedData(data: Json, edit: YamlEdit): Json | null {
  const copy = JSON.parse(JSON.stringify(data)) as Json;
  const last = edit.path.at(-1);
  const holder = holderAt(copy, edit.path.slice(0, -1));
  if (!holder || last === undefined) return null;
  if (edit.do === 'set') {
    if (Array.isArray(holder) && !(Number(last) in holder)) return null;
    put(holder, last, edit.value);
    return copy;
  }
  if (edit.do === 'unset') {
    if (Array.isArray(holder) || !Object.hasOwn(holder, last)) return null;
    delete holder[last];
    return copy;
  }
  if (edit.do === 'insert' && !Array.isArray(holder) && !Object.hasOwn(holder, last)) put(holder, last, []);
  const list = valueAt(holder, last);
  if (!Array.isArray(list)) return null;
  if (edit.do === 'insert') {
    if (edit.at < 0 || edit.at > list.length) return null;
    list.splice(edit.at, 0, edit.value);
    return copy;
  }
  const from = edit.do === 'move' ? edit.from : edit.at;
  if (from < 0 || from >= list.length) return null;
  const [taken] = list.splice(from, 1);
  if (edit.do === 'move' && taken !== undefined) {
    if (edit.to < 0 || edit.to > list.length) return null;
    list.splice(edit.to, 0, taken);
  }
  return copy;
}

function holderAt(data: Json, path: YamlEdit['path']): Holder | null {
  let value: Json | undefined = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = valueAt(value, key);
  }
  return typeof value === 'object' && value !== null ? value : null;
}

function valueAt(holder: Holder, key: string | number): Json | undefined {
  if (Array.isArray(holder)) return holder[Number(key)];
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function put(holder: Holder, key: string | number, value: Json): void {
  // defineProperty and not assignment: a key may be called __proto__.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
