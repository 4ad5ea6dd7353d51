/** Modules of Node whose functions a program may replace. Only those that are loaded already are looked at. */
const MODULES = [
  'buffer',
  'crypto',
  'diagnostics_channel',
  'dns',
  'events',
  'fs',
  'fs/promises',
  'http',
  'https',
  'net',
  'os',
  'path',
  'stream',
  'stream/promises',
  'timers',
  'timers/promises',
  'tls',
  'url',
  'util',
  'v8',
  'zlib',
];

/** From an object of the language to its prototype, to a method, to what somebody put on that. */
const DEPTH = 3;

type Properties = Map<PropertyKey, PropertyDescriptor>;

/**
 * Remembers what every program of a process shares: the objects of the language, global names, Node's modules. Returns
 * what names the first of them that is not any more as it was, or null.
 */
export function rememberShared(): () => string | null {
  const known = new Map<object, { name: string; properties: Properties }>();
  collect(globalThis, 'globalThis', DEPTH, known);
  for (const [name, root] of roots()) collect(root, name, DEPTH - 1, known);
  return () => {
    for (const [object, { name, properties }] of known) {
      const key = firstChange(properties, propertiesOf(object));
      if (key !== null && !isOfNode(name, key)) return `${name}.${String(key)}`;
    }
    return null;
  };
}

/** What no global name leads to, and what is too large to follow from one. */
function roots(): [string, object][] {
  const hidden = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().entries(),
    ''[Symbol.iterator](),
    function* () {},
  ];
  const prototypes = [...hidden, async () => {}, async function* () {}, (function* () {})(), Uint8Array.prototype];
  const loaded: unknown = Reflect.get(process, 'moduleLoadList');
  const modules = MODULES.filter((name) => Array.isArray(loaded) && loaded.includes(`NativeModule ${name}`));
  return [
    ...prototypes.map((value, at): [string, object] => [`prototype ${at}`, Reflect.getPrototypeOf(value) ?? value]),
    ['process', process],
    ...modules.map((name): [string, object] => [name, Object(process.getBuiltinModule(name))]),
  ];
}

function collect(
  object: object,
  name: string,
  depth: number,
  known: Map<object, { name: string; properties: Properties }>,
): void {
  if (known.has(object)) return;
  const properties = propertiesOf(object);
  known.set(object, { name, properties });
  const prototype = Reflect.getPrototypeOf(object);
  if (prototype) collect(prototype, `${name}.__proto__`, depth - 1, known);
  if (depth === 0) return;
  for (const [key, { value }] of properties) {
    const isPart = typeof value === 'function' || (typeof value === 'object' && value !== null);
    // What is in it is put back in another place.
    if (isPart && !isPutBack(key)) collect(value, `${name}.${String(key)}`, depth - 1, known);
  }
}

/** `process`: its environment and listeners. What zod has there: its settings. */
function isPutBack(key: PropertyKey): boolean {
  return key === 'process' || (typeof key === 'string' && key.startsWith('__zod_'));
}

/** Of the process only its functions: how many listeners it has, and what it exits with, is put back. */
function propertiesOf(object: object): Properties {
  const all = Reflect.ownKeys(object).map((key): [PropertyKey, PropertyDescriptor] => [
    key,
    Reflect.getOwnPropertyDescriptor(object, key) ?? {},
  ]);
  return new Map(object === process ? all.filter(([, { value }]) => typeof value === 'function') : all);
}

function firstChange(before: Properties, now: Properties): PropertyKey | null {
  for (const [key, is] of now) {
    const was = before.get(key);
    if (!was || (was.set !== is.set && !isNowLoaded(key, was, is))) return key;
    if (!Object.is(was.value, is.value) && !isNowLoaded(key, was, is)) return key;
  }
  for (const key of before.keys()) if (!now.has(key)) return key;
  return null;
}

/** Node loads some of its classes when somebody first looks at their name. */
function isNowLoaded(key: PropertyKey, was: PropertyDescriptor, is: PropertyDescriptor): boolean {
  return was.get !== undefined && (typeof is.value === 'object' || is.value?.name === key);
}

/** What Node changes there itself: agents with each connection, and the web client when it is first loaded. */
function isOfNode(name: string, key: PropertyKey): boolean {
  return name.includes('globalAgent') || (typeof key === 'symbol' && key.description?.startsWith('undici.') === true);
}
