import type { Json } from '../../../contract/ids.ts';

export type YamlPath = readonly (string | number)[];
export type YamlScalar = string | number | boolean;

/**
 * One change of a YAML text. `path` names a value from the root; in `insert`, `remove` and `move` it names a list.
 * `order` is the order in which the keys of the object should stand: a key that is new comes behind those before it.
 */
export type YamlEdit =
  | { do: 'set'; path: YamlPath; value: YamlScalar; order?: readonly string[] }
  | { do: 'unset'; path: YamlPath }
  | { do: 'insert'; path: YamlPath; at: number; value: Json; order?: readonly string[] }
  | { do: 'remove'; path: YamlPath; at: number }
  | { do: 'move'; path: YamlPath; from: number; to: number };
